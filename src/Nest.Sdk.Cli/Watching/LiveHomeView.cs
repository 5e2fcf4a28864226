using Spectre.Console;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Draws the home as tables on a terminal, on each change and twice a second.</summary>
internal sealed class LiveHomeView : IHomeView
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HomeScreen _screen;
    private readonly Task _drawing;

    public LiveHomeView(IAnsiConsole console, SecretMask mask, INestClient client)
    {
        _screen = new HomeScreen(mask, () => client.LastSignalAt, TimeProvider.System);
        _drawing = DrawAsync(console);
    }

    public void Show(WatchEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case WatchState state:
                    _screen.State = state;
                    break;
                case WatchSnapshot snapshot:
                    _screen.Home = snapshot.Model;
                    break;
                case WatchUpdate update:
                    _screen.Home = update.Model;
                    break;
                case WatchOccurrence occurrence:
                    _screen.Events.Note(occurrence);
                    break;
            }
        }

        _news.Release();
    }

    /// <summary>Shows a fault of the subscription until it is over.</summary>
    /// <param name="fault">The fault. Null when it is over.</param>
    public void ShowFault(string? fault)
    {
        lock (_gate)
            _screen.Fault = fault;
        _news.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _drawing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _news.Dispose();
        _stop.Dispose();
    }

    private Task DrawAsync(IAnsiConsole console) => console.Live(Text.Empty)
        // On a terminal with too few lines the top is cropped, since the connection state is at the bottom.
        .Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).AutoClear(false).StartAsync(async live =>
    {
        while (!_stop.IsCancellationRequested)
        {
            Draw(live, console.Profile.Width);
            try
            {
                await _news.WaitAsync(Period, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The final state is drawn below.
            }
        }

        Draw(live, console.Profile.Width);
    });

    private void Draw(LiveDisplayContext live, int width)
    {
        lock (_gate)
            live.UpdateTarget(_screen.Draw(width));
    }
}
