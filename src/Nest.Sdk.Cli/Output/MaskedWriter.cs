using System.Text;

namespace Nest.Sdk.Cli.Output;

/// <summary>Passes lines on without the secrets in them.</summary>
internal sealed class MaskedWriter(TextWriter inner, SecretMask mask) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(mask.Clean(value ?? ""));

    public override void WriteLine(string? value) => inner.WriteLine(mask.Clean(value ?? ""));

    public override void Flush() => inner.Flush();
}
