using System.Text;
using CsCheck;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>A style of writing JSON. All styles are equal by meaning.</summary>
internal sealed record JsonStyle(int Seed, double Space = 0, double Escapes = 0, double Shuffles = 0, double Numbers = 0, bool IsIndented = false)
{
    public static readonly JsonStyle Compact = new(0);

    public static readonly Gen<JsonStyle> Any = Gen.Select(Gen.Int[0, 9], Gen.Int, (kind, seed) => kind switch
    {
        0 => new JsonStyle(seed, IsIndented: true),
        1 => new JsonStyle(seed, Escapes: 0.5),
        2 => new JsonStyle(seed, Shuffles: 1),
        3 => new JsonStyle(seed, Space: 0.3, Escapes: 0.2, Shuffles: 0.5, Numbers: 0.5),
        4 => new JsonStyle(seed, Numbers: 0.3),
        5 => new JsonStyle(seed, Space: 0.02, Escapes: 0.01, Shuffles: 0.02, Numbers: 0.02),
        _ => Compact,
    });

    public byte[] Write(JsonTree tree)
    {
        var output = new StringBuilder();
        var random = new Random(Seed);
        Gap(output, random, 0);
        Write(tree, output, random, 1);
        Gap(output, random, 0);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private void Write(JsonTree tree, StringBuilder output, Random random, int level)
    {
        switch (tree.Kind)
        {
            case JsonTreeKind.Word:
                output.Append(tree.Text);
                break;
            case JsonTreeKind.Number:
                output.Append(random.NextDouble() < Numbers ? JsonSpelling.Number(tree.Text, random) : tree.Text);
                break;
            case JsonTreeKind.String:
                WriteText(tree.Text, tree.Spelling, output, random);
                break;
            case JsonTreeKind.List:
                WriteAll('[', ']', tree.Items, item => Write(item, output, random, level + 1), output, random, level);
                break;
            default:
                var members = random.NextDouble() < Shuffles ? [.. tree.Members.OrderBy(_ => random.Next())] : tree.Members;
                WriteAll('{', '}', members, member => Write(member, output, random, level), output, random, level);
                break;
        }
    }

    private void Write(JsonTreeMember member, StringBuilder output, Random random, int level)
    {
        WriteText(member.Name, member.Spelling, output, random);
        Gap(output, random, -1);
        output.Append(':');
        Gap(output, random, -1);
        Write(member.Value, output, random, level + 1);
    }

    private void WriteText(string text, string? spelling, StringBuilder output, Random random) =>
        output.Append('"').Append(Escapes > 0 ? JsonSpelling.Escaped(text, random, Escapes) : spelling ?? JsonSpelling.Plain(text)).Append('"');

    private void WriteAll<T>(char start, char end, IReadOnlyList<T> children, Action<T> write, StringBuilder output, Random random, int level)
    {
        output.Append(start);
        for (var i = 0; i < children.Count; i++)
        {
            if (i > 0)
                output.Append(',');
            Gap(output, random, level);
            write(children[i]);
            Gap(output, random, -1);
        }

        Gap(output, random, children.Count == 0 ? -1 : level - 1);
        output.Append(end);
    }

    private void Gap(StringBuilder output, Random random, int level)
    {
        if (IsIndented && level > 0)
            output.Append('\n').Append(' ', 2 * level);
        else if (Space > 0 && random.NextDouble() < Space)
            output.Append(" \t\r\n"[random.Next(4)]).Append(' ', random.Next(3));
    }
}
