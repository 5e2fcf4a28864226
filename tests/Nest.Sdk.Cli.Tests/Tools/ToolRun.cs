using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Nest.Sdk.Cli.Tests.Tools;

/// <summary>A running process of the tool.</summary>
internal sealed partial class ToolRun : IAsyncDisposable
{
    /// <summary>
    /// How long a test waits for an expected event. Only failures reach it: a process can start slowly on a busy
    /// machine.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;
    private readonly Task _reading;

    public ToolRun(ProcessStartInfo info)
    {
        _process = Process.Start(info)!;
        _error = _process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>The next line of standard output.</summary>
    public async Task<string> LineAsync()
    {
        try
        {
            return await _lines.Reader.ReadAsync().AsTask().WaitAsync(Limit);
        }
        catch (ChannelClosedException)
        {
            throw new InvalidOperationException($"The tool ended with {_process.ExitCode} and no further line.\n{await _error}");
        }
    }

    public async Task<JsonElement> JsonAsync() => JsonElement.Parse(await LineAsync());

    /// <summary>The next line of a kind. Other lines are skipped.</summary>
    public async Task<JsonElement> JsonAsync(string kind)
    {
        while (true)
        {
            var line = await JsonAsync();
            if (line.GetProperty("kind").GetString() == kind)
                return line;
        }
    }

    /// <summary>The next line with a connection state.</summary>
    public async Task<JsonElement> StateAsync(string state)
    {
        while (true)
        {
            var line = await JsonAsync("state");
            if (line.GetProperty("state").GetString() == state)
                return line;
        }
    }

    /// <summary>Types text and closes standard input.</summary>
    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        _process.StandardInput.Close();
    }

    /// <summary>Sends SIGINT, as Ctrl+C does.</summary>
    public void Interrupt() => Assert.Equal(0, Kill(_process.Id, 2));

    /// <summary>Sends SIGTERM, as a service manager does.</summary>
    public void Terminate() => Assert.Equal(0, Kill(_process.Id, 15));

    /// <summary>Stops reading, as <c>head</c> does after enough lines.</summary>
    public void CloseOutput() => _process.StandardOutput.BaseStream.Close();

    public async Task<ToolResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The tool did not end.\n{_output}\n{await _error}");
        }

        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new ToolResult(_process.ExitCode, _output.ToString(), await _error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                lock (_output)
                    _output.Append(line).Append('\n');
                _lines.Writer.TryWrite(line);
            }
        }
        finally
        {
            _lines.Writer.TryComplete();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
