using System.Text;

namespace Nest.Sdk.Cli.Console;

/// <summary>Writes lines with the secrets masked.</summary>
internal sealed class MaskedWriter(TextWriter inner, SecretMask mask) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(mask.Apply(value ?? "")));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(mask.Apply(value ?? "")));

    public override void Flush() => Try(inner.Flush);

    /// <summary>
    /// On a full disk or a closed standard error (<c>2&gt;&amp;-</c>) the text is lost. The exit code still reports the
    /// failure.
    /// </summary>
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
