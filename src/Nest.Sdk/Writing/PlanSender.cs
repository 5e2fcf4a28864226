using System.Net;
using System.Runtime.ExceptionServices;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>Sends the steps of a plan, each once, in order, and stops at the first that is refused, not sent or not answered.</summary>
/// <param name="dialect">Sends a step.</param>
/// <param name="knowledge">Learns what a step makes outdated.</param>
internal sealed class PlanSender(IWriteDialect dialect, HomeKnowledge knowledge)
{
    /// <exception cref="NestException">A step was refused, or its outcome is not known; carries the steps.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    public async Task SendAsync(WritePlan plan, CancellationToken cancellationToken)
    {
        for (var at = 0; at < plan.Steps.Count; at++)
        {
            var step = plan.Steps[at];
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                await dialect.SendAsync(step, cancellationToken).ConfigureAwait(false);
                knowledge.Outdated(step.Reach);
            }
            catch (NestException error)
            {
                var failure = ForStep(error);
                var outcome = OutcomeOf(failure);
                if (outcome == NestWriteOutcome.Unknown)
                    knowledge.Outdated(step.Reach);
                ExceptionDispatchInfo.Throw(ForWrite(failure, at).WithSteps(StepResults.StoppedAt(plan, at, outcome)));
            }
            catch (OperationCanceledException cancelled) when (at > 0)
            {
                throw new NestWriteOutcomeUnknownException($"The write was cancelled after {at} of its {plan.Steps.Count} steps. The server accepted those; the rest was not sent.", cancelled)
                {
                    Steps = StepResults.StoppedAt(plan, at, NestWriteOutcome.NotSent),
                };
            }
        }
    }

    /// <summary>The error of a step in terms of the whole write: steps that were accepted before make it a write that happened.</summary>
    private static NestException ForWrite(NestException step, int accepted) => accepted == 0
        ? step
        : step.ForWrite($"{(step.WriteMayHaveHappened ? "This step may have been applied all the same" : "This step was not applied")}; the server accepted the {Count(accepted)} before it.", mayHaveHappened: true);

    /// <summary>The error in terms of its step alone.</summary>
    private static NestException ForStep(NestException error) => error switch
    {
        // A gateway that gives up says nothing of the server behind it, a server may fail after the deed, and a redirect may stand for one that is done.
        NestRequestException { Failure: NestRequestFailure.ServerFailure } or NestRequestException { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest } =>
            error.ForWrite("The write may have been applied all the same: read the device before you send it again.", mayHaveHappened: true),
        NestConnectionException { Reason: not DisconnectReason.RedirectRefused } => error.ForWrite("Nothing was sent.", mayHaveHappened: false),
        _ => error,
    };

    private static NestWriteOutcome OutcomeOf(NestException step) => step switch
    {
        { WriteMayHaveHappened: true } => NestWriteOutcome.Unknown,
        // Without a token there was nothing to send.
        NestAuthorizationException { Failure: NestAuthorizationFailure.Missing } => NestWriteOutcome.NotSent,
        NestRequestException or NestAuthorizationException or NestRateLimitException => NestWriteOutcome.Refused,
        _ => NestWriteOutcome.NotSent,
    };

    private static string Count(int steps) => steps == 1 ? "step" : $"{steps} steps";
}
