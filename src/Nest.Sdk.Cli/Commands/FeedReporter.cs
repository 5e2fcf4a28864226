using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Cli.Watching;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// Works beside a watch over a subscription: reports on standard error when the subscription cannot be read, and keeps the
/// time of the last event of each device with the account.
/// </summary>
internal sealed class FeedReporter : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NotePeriod = TimeSpan.FromSeconds(30);

    private readonly HomeConnection _home;
    private readonly ToolSession _session;
    private readonly LiveHomeView? _screen;
    private readonly FeedFaults _faults = new(TimeProvider.System);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Task _running;

    /// <param name="home">A connection that reads a subscription.</param>
    /// <param name="session">The session.</param>
    /// <param name="view">The view, which a line on the same terminal would break.</param>
    public FeedReporter(HomeConnection home, ToolSession session, IHomeView view)
    {
        (_home, _session, _screen) = (home, session, System.Console.IsErrorRedirected ? null : view as LiveHomeView);
        _running = RunAsync();
    }

    /// <summary>Reports the current fault, or its end, if it is due.</summary>
    public void Report()
    {
        var fault = _home.Client.GetFeedReport()?.Fault;
        lock (_gate)
        {
            if (!_faults.AreNews(fault?.Message))
                return;
            var text = fault is null ? null : PlainText.OneLine(TextOf(fault));
            if (_screen is not null)
                _screen.ShowFault(text);
            else
                _session.Error.WriteLine($"nest: {text ?? "The subscription is read again."}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await KeepAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        var kept = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            Report();
            if (TimeProvider.System.GetElapsedTime(kept) < NotePeriod)
                continue;
            kept = TimeProvider.System.GetTimestamp();
            await KeepAsync();
        }
    }

    /// <summary>Keeps nothing for a token of the environment, nor for an account that was forgotten meanwhile.</summary>
    private async Task KeepAsync()
    {
        if (_home is not { Account: { } account, Feed: { } feed } || ArrivalNote.FileOf(account) is not { } file)
            return;
        if (_home.Client.GetFeedReport() is not { LastArrivals: { Count: > 0 } arrivals })
            return;
        try
        {
            if ((await new FileTokenStore().GetAccountsAsync(CancellationToken.None)).Contains(account, StringComparer.Ordinal))
                new ArrivalNote(feed, arrivals).MergeInto(file);
        }
        catch (NestTokenStoreException)
        {
            // A convenience, like the note itself.
        }
    }

    /// <summary>The remedy comes last, because it may end in a command to copy.</summary>
    private string TextOf(NestException fault) => LoginText.With(
        fault,
        $"The subscription cannot be read, so the devices are listed every {DurationText.Of(_home.Google!.Poll)} meanwhile. {_session.WithSettings(TroubleText.Of(fault))}",
        _session);
}
