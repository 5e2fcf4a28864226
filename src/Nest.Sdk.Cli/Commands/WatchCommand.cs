using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Cli.Watching;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest watch</c>: follows the home.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromSeconds(75);

    /// <summary>
    /// Longer than any home takes to arrive, so that the idle timeout alone decides: headers, comments and parts of an
    /// event count as life.
    /// </summary>
    private static readonly TimeSpan FirstDocumentTimeout = TimeSpan.FromHours(1);

    private readonly Option<TimeSpan?> _duration = ValueOptions.Duration("--duration", "End after this time.");
    private readonly Option<TimeSpan?> _idleTimeout = ValueOptions.Duration("--idle-timeout", "Give up an attempt or a stream after this time without a byte. [default: 75s; sdm: 30s for a list]");
    private readonly Option<long?> _count = new("--count") { Description = "End after this many updates.", HelpName = "N" };
    private readonly Option<long?> _events = new("--events") { Description = "End after this many events.", HelpName = "N" };

    public WatchCommand()
        : base("watch", "Follow the home: a live table on a terminal, otherwise one line for each change.", "nest watch", "nest watch --json --count 1", "nest watch --json --duration 1h > home.jsonl")
    {
        foreach (var option in (Option[])[_duration, _idleTimeout, _count, _events])
            Add(option);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.PubSubEndpoint];

    public override int CodeWhenInterrupted => ExitCodes.Done;

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var limits = new WatchLimits(NotNegative(parse, _count, "updates"), NotNegative(parse, _events, "events"));
        var idle = parse.GetValue(_idleTimeout);
        if (idle <= TimeSpan.Zero)
            throw new UsageException($"--idle-timeout must be positive. {DurationText.Advice}");
        using var duration = new WatchDuration(parse.GetValue(_duration), cancellationToken);
        try
        {
            await using var home = await HomeConnection.OpenAsync(parse, session, duration.Token, options => Configure(options, idle));
            // Attempts never end, and a script may have closed standard output by then.
            if (session.Advice is { } gone)
                session.Error.WriteLine($"nest: {gone}");
            if (home.Google is { } google)
                session.Error.WriteLine(PollingAdvice(google));
            using var watcher = new HomeWatcher(home.Client, session.Mask);
            await using var view = View(session, home.Client);
            var (end, trouble) = await FollowAsync(watcher, view, home, limits, duration);
            view.Show(new WatchState(TimeProvider.System.GetUtcNow(), "stopped", end));
            if (end != "duration" || watcher.HasModel)
                return ExitCodes.Done;
            session.Error.WriteLine($"nest: No home came within {DurationText.Of(duration.Length)}. {(trouble is null ? "The server did not answer. Check the endpoint." : $"Last error: {PlainText.OneLine(session.WithSettings(trouble))}")}");
            return ExitCodes.NoAnswer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }
    }

    private static long? NotNegative(ParseResult parse, Option<long?> option, string what) => parse.GetValue(option) switch
    {
        < 0 => throw new UsageException($"{option.Name} is {parse.GetValue(option)}. Give the number of {what} after which to end, 0 or more."),
        var number => number,
    };

    private static void Configure(NestClientOptions options, TimeSpan? idle)
    {
        options.IncludeDocument = true;
        // Jitter shortens a wait by up to half, so the average is 1 s.
        options.FirstReconnectDelay = TimeSpan.FromSeconds(1.33);
        // The watcher never blocks, so its queue needs no bound.
        options.SubscriberQueueCapacity = int.MaxValue;
        // A list of Google's devices is a short call, whose usual timeouts fit.
        if ((options.Wwn is null ? idle : idle ?? DefaultIdleTimeout) is not { } limit)
            return;
        options.ResponseTimeout = limit;
        options.ConnectTimeout = limit < options.ConnectTimeout ? limit : options.ConnectTimeout;
        if (options.Wwn is not { } wwn)
            return;
        wwn.IdleTimeout = limit;
        wwn.FirstDocumentTimeout = limit > FirstDocumentTimeout ? limit : FirstDocumentTimeout;
    }

    /// <summary>Said once: a poll shows less than a subscription will.</summary>
    private static string PollingAdvice(GoogleSettings google)
    {
        var interval = DurationText.Of(google.Poll);
        return google.Subscription is null
            ? $"nest: Without a subscription the devices are listed every {interval}, and there are no events."
            : $"nest: This version does not read the subscription: the devices are listed every {interval}, and there are no events.";
    }

    /// <returns>Why the watch ended, and the last connection error.</returns>
    private static async Task<(string End, string? Trouble)> FollowAsync(HomeWatcher watcher, IHomeView view, HomeConnection home, WatchLimits limits, WatchDuration duration)
    {
        var (last, trouble) = ("", (string?)null);
        watcher.Start();
        try
        {
            await foreach (var happened in watcher.Events.ReadAllAsync(duration.Token))
            {
                if (happened is WatchState { Error: { } refusal } && home.Client.Backend == NestBackend.Sdm && EndsWatch(refusal))
                {
                    // Only a person can change the cause, and Google counts the attempts.
                    view.Show(new WatchState(happened.At, "stopped", "refused"));
                    throw refusal;
                }

                view.Show(happened);
                // A watch can run for days, and completion needs the names meanwhile.
                if (((happened as WatchSnapshot)?.Model ?? (happened as WatchUpdate)?.Model) is { } model)
                    home.Remember(model);
                (last, trouble) = happened is WatchState state ? (state.State, state.Trouble ?? trouble) : (last, trouble);
                if (limits.AreReachedBy(happened))
                    return ("count", trouble);
            }
        }
        catch (OperationCanceledException) when (duration.Token.IsCancellationRequested)
        {
            return (duration.IsOver ? "duration" : "interrupted", trouble);
        }
        catch (NestAuthorizationException lost) when (lost.Failure != NestAuthorizationFailure.MissingScope)
        {
            // The error may arrive before the state that belongs to it.
            if (last != "revoked")
                view.Show(StateObserver.Of(home.Client.ConnectionState) with { State = "revoked" });
            throw;
        }

        throw new InvalidOperationException("The stream ended without a reason.");
    }

    /// <summary>Whether Google refused a list (400, 403, 404), as opposed to an error that passes.</summary>
    private static bool EndsWatch(NestException error) =>
        error is NestRequestException { IsTransient: false } or NestAuthorizationException { Failure: NestAuthorizationFailure.MissingScope };

    private static IHomeView View(ToolSession session, INestClient client)
    {
        if (session.IsJson)
            return new JsonLinesView(session.Out);
        var console = AnsiOutput.For(session);
        // Without cursor control a terminal would print the whole table twice a second.
        return StandardOutput.IsTerminal && console.Profile.Capabilities.Ansi ? new LiveHomeView(console, session.Mask, client) : new TextLinesView(session);
    }
}
