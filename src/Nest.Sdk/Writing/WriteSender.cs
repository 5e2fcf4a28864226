using System.Net;
using System.Runtime.ExceptionServices;
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
        using var opened = options is { Confirm: not null, DryRun: false } ? new OpenedStream(stream.Updates) : null;
        var (home, shown) = await HomeAsync(intent.Path, options, opened, cancellationToken).ConfigureAwait(false);
        var fields = intent.Fields(home?.Model);
        var write = WriteIntent.ToWrite(intent.Path, fields);
        NestRuleCheck[] checks = options.SkipChecks ? [] : [.. intent.Check(home!.Model, limits)];
        var result = new NestWriteResult { Request = Request(write), Checks = checks, ModelAge = home?.Age };
        if (options.DryRun)
            return With(result, NestWriteOutcome.NotSent, fields);
        if (Array.Find(checks, static check => check.Verdict == NestRuleVerdict.Failed) is { } broken)
            throw Refused(broken, home!.Age);
        if (shown is null)
        {
            await SendAsync(write, intent.Reach, cancellationToken).ConfigureAwait(false);
            return With(result, NestWriteOutcome.Accepted, fields);
        }

        FieldWatch[] watches = [.. fields.Select(field => new FieldWatch(field, home!.Model, shown))];
        var seen = await ConfirmAsync(write, intent.Reach, watches, options, cancellationToken).ConfigureAwait(false);
        return result with { Outcome = Worst(seen), Fields = seen };
    }

    /// <summary>The home that the write is judged by, null when none is needed and known; and the one that the stream shows when it is to confirm.</summary>
    private async Task<(KnownHome? Home, DataModel? Shown)> HomeAsync(string path, NestWriteOptions options, OpenedStream? opened, CancellationToken cancellationToken)
    {
        if (options.SkipChecks && opened is null)
            return (knowledge.Last(), null);
        try
        {
            var shown = opened is null ? null : await opened.HomeAsync(() => stream.ConnectionState.Reason, time, cancellationToken).ConfigureAwait(false);
            return (await knowledge.AboutAsync(path, isCurrent: options.Confirm is not null, cancellationToken).ConfigureAwait(false), shown);
        }
        catch (NestException error)
        {
            ExceptionDispatchInfo.Throw(error.ForWrite("So the home that the write is judged by is not known, and nothing was sent.", mayHaveHappened: false));
            throw;
        }
    }

    private async Task SendAsync(NestWrite write, string reach, CancellationToken cancellationToken)
    {
        try
        {
            await provider.WriteAsync(write, cancellationToken).ConfigureAwait(false);
            knowledge.Outdated(reach);
        }
        catch (NestException error)
        {
            var told = ForWrite(error);
            if (told.WriteMayHaveHappened)
                knowledge.Outdated(reach);
            ExceptionDispatchInfo.Throw(told);
            throw;
        }
    }

    private static NestException ForWrite(NestException error) => error switch
    {
        // A gateway that gives up says nothing of the server behind it, a server may fail after the deed, and a redirect may stand for one that is done.
        NestRequestException { Failure: NestRequestFailure.ServerFailure } or NestRequestException { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest } =>
            error.ForWrite("The write may have been applied all the same: read the device before you send it again.", mayHaveHappened: true),
        NestConnectionException { Reason: not DisconnectReason.RedirectRefused } => error.ForWrite("Nothing was sent.", mayHaveHappened: false),
        _ => error,
    };

    private async Task<IReadOnlyList<NestFieldResult>> ConfirmAsync(NestWrite write, string reach, FieldWatch[] watches, NestWriteOptions options, CancellationToken cancellationToken)
    {
        using var confirmation = new WriteConfirmation(watches, options, stream.Updates, () => stream.ConnectionState.Status == ConnectionStatus.Connected, time);
        NestException? unknown = null;
        try
        {
            await SendAsync(write, reach, cancellationToken).ConfigureAwait(false);
        }
        catch (NestException error) when (error.WriteMayHaveHappened && !cancellationToken.IsCancellationRequested)
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
