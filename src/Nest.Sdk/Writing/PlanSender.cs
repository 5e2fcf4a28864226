using System.Net;
using System.Runtime.ExceptionServices;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>
/// Sends the steps of a plan, each once and in order. Stops at the first step that is refused, not sent or not
/// answered.
/// </summary>
/// <param name="dialect">Sends a step.</param>
/// <param name="homes">Gets notice of what a step invalidates.</param>
internal sealed class PlanSender(IWriteDialect dialect, HomeSource homes)
{
    /// <exception cref="NestException">A step was refused, or its outcome is unknown. Contains the steps.</exception>
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
                homes.Invalidate(step.Reach);
            }
            catch (NestException error)
            {
                var failure = ForStep(error);
                var outcome = OutcomeOf(failure);
                if (outcome == NestWriteOutcome.Unknown)
                    homes.Invalidate(step.Reach);
                ExceptionDispatchInfo.Throw(ForWrite(failure, at).WithSteps(StepResults.StoppedAt(plan, at, outcome)));
            }
            catch (OperationCanceledException cancelled) when (at > 0)
            {
                throw new NestWriteOutcomeUnknownException($"The write was cancelled after {at} of its {plan.Steps.Count} steps. The server accepted those steps. The others were not sent.", cancelled)
                {
                    Steps = StepResults.StoppedAt(plan, at, NestWriteOutcome.NotSent),
                };
            }
        }
    }

    /// <summary>
    /// Converts the error of a step to one of the whole write. When earlier steps were accepted, the write has happened
    /// in part.
    /// </summary>
    private static NestException ForWrite(NestException step, int accepted) => accepted == 0
        ? step
        : step.ForWrite($"{(step.WriteMayHaveHappened ? "This step may have been applied anyway" : "This step was not applied")}; the server accepted the {Count(accepted)} before it.", mayHaveHappened: true);

    /// <summary>Converts the error with regard to its step alone.</summary>
    private static NestException ForStep(NestException error) => error switch
    {
        // A gateway that times out does not know the server's result, a server may fail after applying the write, and a
        // redirect may answer one that was applied.
        NestRequestException { Failure: NestRequestFailure.ServerFailure } or NestRequestException { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest } =>
            error.ForWrite("The write may have been applied anyway. Read the device before you send it again.", mayHaveHappened: true),
        NestConnectionException { Reason: not DisconnectReason.RedirectRefused } => error.ForWrite("Nothing was sent.", mayHaveHappened: false),
        _ => error,
    };

    private static NestWriteOutcome OutcomeOf(NestException step) => step switch
    {
        { WriteMayHaveHappened: true } => NestWriteOutcome.Unknown,
        // Without a token nothing was sent.
        NestAuthorizationException { Failure: NestAuthorizationFailure.Missing } => NestWriteOutcome.NotSent,
        NestRequestException or NestAuthorizationException or NestRateLimitException => NestWriteOutcome.Refused,
        _ => NestWriteOutcome.NotSent,
    };

    private static string Count(int steps) => steps == 1 ? "step" : $"{steps} steps";
}
