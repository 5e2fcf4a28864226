using Nest.Sdk;
using Nest.Sdk.Model;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows the home once, and then every change as it arrives.</summary>
internal static class Follower
{
    public static async Task RunAsync(INestClient client, CancellationToken cancellationToken)
    {
        using var states = client.ConnectionChanges.Subscribe(ShowConnection);
        DataModel? before = null;
        try
        {
            await foreach (var home in client.ReadUpdatesAsync(cancellationToken))
            {
                if (before is null)
                    AnsiConsole.Write(HomeTable.Of(home));
                else
                    Show(HomeChanges.Between(before, home));
                before = home;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (before is null)
                throw new NestConnectionException($"No home arrived in time: {client.ConnectionState.Status}, {client.ConnectionState.Reason}. Check the endpoint.");
        }
    }

    private static void Show(IEnumerable<string> changes)
    {
        foreach (var change in changes)
            AnsiConsole.MarkupLineInterpolated($"[grey]{TimeProvider.System.GetLocalNow():HH:mm:ss}[/]  {change}");
    }

    private static void ShowConnection(ConnectionState state)
    {
        if (state is { Status: ConnectionStatus.Reconnecting, NextAttemptAt: { } next })
            AnsiConsole.MarkupLineInterpolated($"[yellow]Connection lost ({state.Reason}); next attempt at {next.ToLocalTime():HH:mm:ss}.[/]");
    }
}
