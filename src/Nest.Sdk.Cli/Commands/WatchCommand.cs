using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Cli.Watching;
using Nest.Sdk.Sdm;
using Nest.Sdk.Wwn;

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

    /// <summary>The range of a pull. A duration outside of it is taken as the nearest one inside.</summary>
    private static readonly TimeSpan ShortestPull = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPull = TimeSpan.FromDays(1);

    private readonly Option<TimeSpan?> _duration = ValueOptions.Duration("--duration", "End after this time.");
    private readonly Option<TimeSpan?> _idleTimeout = ValueOptions.Duration("--idle-timeout", "Give up an attempt or a stream after this time without a byte. [default: 75s; sdm: 120s for a pull of events, 30s for a list]");
    private readonly Option<long?> _count = new("--count") { Description = "End after this many updates.", HelpName = "N" };
    private readonly Option<long?> _events = new("--events") { Description = "End after this many events.", HelpName = "N" };

    public WatchCommand()
        : base("watch", "Follow the home: a live table on a terminal, otherwise one line for each change.", "nest watch", "nest watch --json --count 1", "nest watch --json --duration 1h > home.jsonl")
    {
        foreach (var option in (Option[])[_duration, _idleTimeout, _count, _events])
            Add(option);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => [];

    public override int CodeWhenInterrupted => ExitCodes.Done;

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var limits = new WatchLimits(NotNegative(parse, _count, "updates"), NotNegative(parse, _events, "events"));
        var idle = parse.GetValue(_idleTimeout);
        if (idle <= TimeSpan.Zero)
            throw new UsageException($"--idle-timeout must be positive. {DurationText.Advice}");
        using var duration = new WatchDuration(parse.GetValue(_duration), cancellationToken);
        // Disposed after the client: an observer that returns says that its item was shown.
        using var gate = new ShownGate();
        try
        {
            await using var home = await HomeConnection.OpenAsync(parse, session, duration.Token, options => Configure(options, idle), readsFeed: true);
            // Attempts never end, and a script may have closed standard output by then.
            if (session.Advice is { } gone)
                session.Error.WriteLine($"nest: {gone}");
            if (home is { Google: { } google, Feed: null })
                session.Error.WriteLine($"nest: Without a subscription the devices are listed every {DurationText.Of(google.Poll)}, and there are no events.");
            using var watcher = new HomeWatcher(home.Client, session.Mask, home.Feed is null ? null : gate);
            await using var view = View(session, home.Client);
            await using var feed = home.Feed is null ? null : new FeedReporter(home, session, view);
            var (end, trouble) = await FollowAsync(watcher, view, home, limits, duration);
            // A short watch ends before its first report.
            feed?.Report();
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
        if (options.Wwn is { } wwn)
            Configure(options, wwn, idle ?? DefaultIdleTimeout);
        else if (idle is { } given)
            Configure(options, options.Sdm!, given);
    }

    private static void Configure(NestClientOptions options, WwnOptions wwn, TimeSpan idle)
    {
        options.ResponseTimeout = idle;
        options.ConnectTimeout = Shorter(idle, options.ConnectTimeout);
        wwn.IdleTimeout = idle;
        wwn.FirstDocumentTimeout = idle > FirstDocumentTimeout ? idle : FirstDocumentTimeout;
    }

    /// <summary>
    /// Without the option the usual timeouts fit. With a subscription it is about the pulls, whose wait is long: a list is
    /// a short call.
    /// </summary>
    private static void Configure(NestClientOptions options, SdmOptions sdm, TimeSpan idle)
    {
        options.ConnectTimeout = Shorter(idle, options.ConnectTimeout);
        options.ResponseTimeout = sdm.Subscription is null ? idle : Shorter(idle, options.ResponseTimeout);
        sdm.PullTimeout = Shorter(idle < ShortestPull ? ShortestPull : idle, LongestPull);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <returns>Why the watch ended, and the last connection error.</returns>
    private static async Task<(string End, string? Trouble)> FollowAsync(HomeWatcher watcher, IHomeView view, HomeConnection home, WatchLimits limits, WatchDuration duration)
    {
        var (last, trouble) = ("", (string?)null);
        watcher.Start();
        try
        {
            await foreach (var happened in watcher.Events.ReadAllAsync(duration.Token))
            {
                if (happened is WatchState { State: not "connected", Error: { } refusal } && home.Client.Backend == NestBackend.Sdm && EndsWatch(refusal))
                {
                    // Only a person can change the cause, and Google counts the attempts.
                    view.Show(new WatchState(happened.At, "stopped", "refused"));
                    throw refusal;
                }

                view.Show(happened);
                var isOver = limits.AreReachedBy(happened);
                // Before its observer returns: what comes after the last line is not taken, and comes again.
                if (isOver)
                    watcher.Dispose();
                watcher.Shown(happened);
                // A watch can run for days, and completion needs the names meanwhile.
                if (((happened as WatchSnapshot)?.Model ?? (happened as WatchUpdate)?.Model) is { } model)
                    home.Remember(model);
                (last, trouble) = happened is WatchState state ? (state.State, state.Trouble ?? trouble) : (last, trouble);
                if (isOver)
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
