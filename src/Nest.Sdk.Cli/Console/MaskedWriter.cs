using System.Text;

namespace Nest.Sdk.Cli.Console;

/// <summary>Passes lines on without the secrets in them.</summary>
internal sealed class MaskedWriter(TextWriter inner, SecretMask mask) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(mask.Apply(value ?? "")));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(mask.Apply(value ?? "")));

    public override void Flush() => Try(inner.Flush);

    /// <summary>A full disk, or none at all (<c>2&gt;&amp;-</c>): what cannot be written is lost, and the exit code says so.</summary>
    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Swallowed: there is no other place to report it.
        }
    }
}
