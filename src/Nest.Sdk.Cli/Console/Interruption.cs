using System.Runtime.InteropServices;

namespace Nest.Sdk.Cli.Console;

/// <summary>Ctrl+C and its kin: the first asks the command to end, the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>A command that waits for a reader that no longer reads must still end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly int _code;
    private Timer? _lastResort;

    /// <param name="code">The exit code when the command does not end on its own.</param>
    public Interruption(int code)
    {
        _code = code;
        _signals = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _lastResort?.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
            Environment.Exit(_code);
        _lastResort = new Timer(_ => Environment.Exit(_code), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
