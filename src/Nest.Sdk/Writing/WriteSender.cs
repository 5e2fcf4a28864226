using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Writing;

/// <summary>Takes one write through its steps: judge by the rules, send once, follow.</summary>
internal sealed class WriteSender(INestProvider provider, HomeStream stream, HomeKnowledge knowledge, WriteLimits limits, TimeProvider time)
{
    private static readonly NestWriteOptions Default = new();

    /// <exception cref="NestRuleException">A rule is broken; nothing was sent.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">It was sent, and nobody knows what became of it.</exception>
    public async Task<NestWriteResult> SendAsync(WriteIntent intent, NestWriteOptions? options, CancellationToken cancellationToken)
    {
        options ??= Default;
        var home = options is { SkipChecks: true, Confirm: null } ? knowledge.Last() : await knowledge.AboutAsync(intent.Path, isCurrent: options.Confirm is not null, cancellationToken).ConfigureAwait(false);
        var fields = intent.Fields(home?.Model);
        var write = WriteIntent.ToWrite(intent.Path, fields);
        NestRuleCheck[] checks = options.SkipChecks ? [] : [.. intent.Check(home!.Model, limits)];
        var result = new NestWriteResult { Request = Request(write), Checks = checks, ModelAge = home?.Age };
        if (options.DryRun)
            return With(result, NestWriteOutcome.NotSent, fields);
        if (Array.Find(checks, static check => check.Verdict == NestRuleVerdict.Failed) is { } broken)
            throw Refused(broken, home!.Age);
        if (options.Confirm is null)
        {
            await SendAsync(write, intent.Reach, cancellationToken).ConfigureAwait(false);
            return With(result, NestWriteOutcome.Accepted, fields);
        }

        var seen = await ConfirmAsync(write, intent.Reach, fields, home!.Model, options, cancellationToken).ConfigureAwait(false);
        return result with { Outcome = Worst(seen), Fields = seen };
    }

    private async Task SendAsync(NestWrite write, string reach, CancellationToken cancellationToken)
    {
        try
        {
            await provider.WriteAsync(write, cancellationToken).ConfigureAwait(false);
            knowledge.Outdated(reach);
        }
        catch (NestWriteOutcomeUnknownException)
        {
            // It may have happened.
            knowledge.Outdated(reach);
            throw;
        }
    }

    private async Task<IReadOnlyList<NestFieldResult>> ConfirmAsync(NestWrite write, string reach, IReadOnlyList<WriteField> fields, DataModel before, NestWriteOptions options, CancellationToken cancellationToken)
    {
        using var confirmation = new WriteConfirmation(fields, before, options, stream.Updates, () => stream.ConnectionState.Status == ConnectionStatus.Connected, time);
        NestWriteOutcomeUnknownException? unknown = null;
        try
        {
            await SendAsync(write, reach, cancellationToken).ConfigureAwait(false);
        }
        catch (NestWriteOutcomeUnknownException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The stream may know what the answer did not tell.
            unknown = error;
        }

        confirmation.Answered();
        try
        {
            await confirmation.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw unknown ?? new NestWriteOutcomeUnknownException("The server has accepted the write, but the wait for what became of it was cancelled.", error) { WasAccepted = true };
        }

        var seen = confirmation.Fields();
        return unknown is null || Worst(seen) is NestWriteOutcome.Confirmed or NestWriteOutcome.Reversed ? seen : throw unknown;
    }

    private static NestRuleException Refused(NestRuleCheck check, TimeSpan? age)
    {
        // Whole seconds: nobody needs more to judge an age, and one that was read just now is not old.
        var old = age is { TotalSeconds: >= 1 } known ? $" This is judged by a home that was read {TimeSpan.FromSeconds(Math.Floor(known.TotalSeconds))} ago, and no stream keeps it current." : "";
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

    private static NestWriteRequest Request(NestWrite write) =>
        new() { Method = "PUT", Path = write.Path, Body = RawJson.TryParse(write.Body, out var body) ? body : default };

    private static NestWriteResult With(NestWriteResult result, NestWriteOutcome outcome, IReadOnlyList<WriteField> fields) => result with
    {
        Outcome = outcome,
        Fields = [.. fields.Select(field => new NestFieldResult { Name = field.Name, Sent = field.Value, Outcome = outcome })],
    };

    private static NestWriteOutcome Worst(IReadOnlyList<NestFieldResult> fields) =>
        ((NestWriteOutcome[])[NestWriteOutcome.Reversed, NestWriteOutcome.NotSeen, NestWriteOutcome.Adjusted]).FirstOrDefault(
            outcome => fields.Any(field => field.Outcome == outcome), NestWriteOutcome.Confirmed);
}
