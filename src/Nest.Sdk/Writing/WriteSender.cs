using System.Runtime.ExceptionServices;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Writing;

/// <summary>Processes one write: plans, checks, sends once and confirms it.</summary>
internal sealed class WriteSender(INestProvider provider, HomeStream stream, HomeSource homes, TimeProvider time)
{
    private static readonly NestWriteOptions Default = new();

    private readonly PlanSender _plans = new(provider.Writes, homes);

    /// <exception cref="NestNotSupportedException">
    /// The backend does not support the write. Nothing was sent.
    /// </exception>
    /// <exception cref="NestRuleException">A check failed. Nothing was sent.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and its outcome is unknown.</exception>
    public async Task<NestWriteResult> SendAsync(WriteIntent intent, NestWriteOptions? options, CancellationToken cancellationToken)
    {
        options ??= Default;
        ThrowIfNotSupported(intent);
        provider.Writes.Validate(intent);
        using var opened = options is { Confirm: not null, DryRun: false } ? new OpenedStream(stream.Updates) : null;
        var (home, shown) = await HomeAsync(intent.Path, options, opened, cancellationToken).ConfigureAwait(false);
        var plan = provider.Writes.Plan(intent, home?.Model, check: !options.SkipChecks);
        var result = new NestWriteResult { Checks = plan.Checks, ModelAge = home?.Age };
        var failed = plan.Checks.FirstOrDefault(static check => check.Verdict == NestRuleVerdict.Failed);
        if (failed is null && plan.Steps.Count == 0)
            return result with { Outcome = NestWriteOutcome.AlreadySo };
        if (options.DryRun)
            return result with { Outcome = NestWriteOutcome.NotSent, Steps = StepResults.All(plan, NestWriteOutcome.NotSent) };
        if (failed is not null)
            throw Refused(failed, home!.Age).WithSteps(StepResults.All(plan, NestWriteOutcome.NotSent));
        if (shown is null)
        {
            await _plans.SendAsync(plan, cancellationToken).ConfigureAwait(false);
            return result with { Outcome = NestWriteOutcome.Accepted, Steps = StepResults.All(plan, NestWriteOutcome.Accepted) };
        }

        FieldWatch[] watches = [.. plan.Steps.SelectMany(static step => step.Fields).Select(field => new FieldWatch(field, home!.Model, shown))];
        var steps = StepResults.Seen(plan, await ConfirmAsync(plan, watches, options, cancellationToken).ConfigureAwait(false));
        return result with { Outcome = StepResults.Worst(steps.Where(static step => step.Fields.Count > 0).Select(static step => step.Outcome)), Steps = steps };
    }

    private void ThrowIfNotSupported(WriteIntent intent)
    {
        var capabilities = provider.CapabilitiesOf(null);
        foreach (var capability in intent.Needs)
        {
            if (!capabilities.Supports(capability))
                throw new NestNotSupportedException(provider.Backend, capability);
        }
    }

    /// <summary>
    /// Gets the home that the write is checked against, null when none is needed or known, and the home of the stream
    /// when the write is confirmed.
    /// </summary>
    private async Task<(KnownHome? Home, DataModel? Shown)> HomeAsync(string path, NestWriteOptions options, OpenedStream? opened, CancellationToken cancellationToken)
    {
        if (options.SkipChecks && opened is null)
            return (homes.Last(), null);
        try
        {
            var shown = opened is null ? null : await opened.HomeAsync(() => stream.ConnectionState.Reason, time, cancellationToken).ConfigureAwait(false);
            return (await homes.GetAsync(path, isCurrent: options.Confirm is not null, cancellationToken).ConfigureAwait(false), shown);
        }
        catch (NestException error)
        {
            ExceptionDispatchInfo.Throw(error.ForWrite("The home to check the write against could not be read, so nothing was sent.", mayHaveHappened: false));
            throw;
        }
    }

    private async Task<IReadOnlyList<NestFieldResult>> ConfirmAsync(WritePlan plan, FieldWatch[] watches, NestWriteOptions options, CancellationToken cancellationToken)
    {
        using var confirmation = new WriteConfirmation(watches, options, stream.Updates, () => stream.ConnectionState.Status == ConnectionStatus.Connected, time);
        NestException? unknown = null;
        try
        {
            await _plans.SendAsync(plan, cancellationToken).ConfigureAwait(false);
        }
        catch (NestException error) when (error.Steps is [.., { Outcome: NestWriteOutcome.Unknown }] && !cancellationToken.IsCancellationRequested)
        {
            // Everything was sent, and the stream may show what the last response did not.
            unknown = error;
        }

        confirmation.Answered();
        try
        {
            await confirmation.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw unknown ?? new NestWriteOutcomeUnknownException("The server accepted the write, but the wait for its outcome was cancelled.", error)
            {
                WasAccepted = true,
                Steps = StepResults.All(plan, NestWriteOutcome.Accepted),
            };
        }

        var seen = confirmation.Fields();
        return unknown is null || HasShown(seen.TakeLast(plan.Steps[^1].Fields.Count)) ? seen : throw unknown;
    }

    /// <summary>
    /// Whether the stream showed every field of the last step, so that its missing response does not matter.
    /// </summary>
    private static bool HasShown(IEnumerable<NestFieldResult> fields)
    {
        var outcomes = fields.Select(static field => field.Outcome).ToList();
        return outcomes.Count > 0 && outcomes.TrueForAll(static outcome => outcome is NestWriteOutcome.Confirmed or NestWriteOutcome.Reversed);
    }

    private static NestRuleException Refused(NestRuleCheck check, TimeSpan? age)
    {
        // Whole seconds are precise enough, and a home that was read just now is not old.
        var old = age is { TotalSeconds: >= 1 } known ? $" The check used a home that was read {TimeSpan.FromSeconds(Math.Floor(known.TotalSeconds))} ago, and no open stream keeps it current." : "";
        return new NestRuleException($"{check.Text} Nothing was sent.{old}")
        {
            Rule = check.Rule,
            Field = check.Field,
            Value = check.Value,
            Limit = check.Limit,
            Allowed = check.Allowed,
            ModelAge = age,
        };
    }
}
