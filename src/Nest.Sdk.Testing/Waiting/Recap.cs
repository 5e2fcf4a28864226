using System.Text;

namespace Nest.Sdk.Testing.Waiting;

/// <summary>
/// Formats events as lines for the message of a failed test. Only the last lines of a long list are shown.
/// </summary>
internal static class Recap
{
    private const int ShownLines = 40;
    private const int ShownLength = 300;

    private static readonly SecretMask Shapes = new() { KeepsPrefix = false };

    public static StringBuilder AppendRecap<T>(this StringBuilder text, string title, IReadOnlyList<T> lines)
    {
        text.Append(null, $"\n{title}: {lines.Count}");
        var first = Math.Max(0, lines.Count - ShownLines);
        if (first > 0)
            text.Append(null, $", the last {ShownLines} of them");

        for (var i = first; i < lines.Count; i++)
        {
            // A value from the test may be an unmasked document.
            var line = Shapes.Apply($"{lines[i]}");
            text.Append(null, $"\n  {i + 1}. {(line.Length > ShownLength ? line[..ShownLength] + " …" : line)}");
        }

        return text;
    }
}
