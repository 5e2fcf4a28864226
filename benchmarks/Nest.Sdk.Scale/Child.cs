using System.Diagnostics;

namespace Nest.Sdk.Scale;

/// <summary>This program as a separate process that ends with its parent. Lines go in and come out.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public StreamReader Output => _process.StandardOutput;

    public static Child Start(params string[] args)
    {
        var self = Environment.ProcessPath!;
        // When started with "dotnet FILE", the program is the first argument of the host.
        string[] all = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(Child).Assembly.Location, .. args] : args;
        return new Child(Process.Start(new ProcessStartInfo(self, all) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    public void Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await Output.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The other process has ended.");

    public void Dispose()
    {
        // A child ends on its own when its input ends. This kills one that hangs.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
