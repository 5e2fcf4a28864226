using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Nest.Sdk.Cli.Console;

/// <summary>
/// Standard output as bytes, line by line. It reports that the reader has gone, which <see cref="System.Console"/> does
/// not.
/// </summary>
internal sealed class StandardOutput : TextWriter
{
    private const int BrokenPipe = 32;      // EPIPE of every Unix we run on
    private const int NotOpen = 9;          // EBADF: started with >&-

    private readonly Lock _gate = new();
    private Stream? _stream;

    public static bool IsTerminal => !System.Console.IsOutputRedirected;

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one line at once.</summary>
    /// <exception cref="OutputClosedException">The reader has gone.</exception>
    public void WriteLine(ReadOnlySpan<byte> utf8)
    {
        // One write per line: a reader sees the whole line or nothing of it.
        var line = new byte[utf8.Length + 1];
        utf8.CopyTo(line);
        line[^1] = (byte)'\n';
        WriteBytes(line);
    }

    public override void WriteLine(string? value) => WriteBytes(Encoding.GetBytes(value + "\n"));

    public override void Write(string? value) => WriteBytes(Encoding.GetBytes(value ?? ""));

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            lock (_gate)
            {
                _stream ??= Open();
                _stream.Write(bytes);
                _stream.Flush();
            }
        }
        catch (Exception error) when (!OperatingSystem.IsWindows() && error is ArgumentException or UnauthorizedAccessException or IOException { HResult: BrokenPipe or NotOpen })
        {
            throw new OutputClosedException();
        }
        catch (IOException error)
        {
            throw new IOException($"Standard output cannot be written: {error.Message}", error);
        }
    }

    private static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return System.Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file it would write at a place of its own, over what other programs append there.
        return stream.CanSeek ? System.Console.OpenStandardOutput() : stream;
    }
}
