using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Collections;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Finds the paths of marks in a second pass over the document.</summary>
internal static class IssuePaths
{
    public static EquatableArray<ReadIssue> Resolve(ReadOnlySpan<byte> utf8, List<IssueMark> marks)
    {
        // Marks of names have the offset of their object, which starts before earlier marks.
        var ordered = marks.OrderBy(mark => mark.Offset).ToArray();
        var issues = new ReadIssue[ordered.Length];
        var next = 0;
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(utf8);
        while (next < ordered.Length && reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                steps.RemoveAt(steps.Count - 1);
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                steps[^1] = new((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2, 0);
                continue;
            }

            if (steps.Count > 0 && steps[^1].NameLength == 0)
                steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
            for (; next < ordered.Length && ordered[next].Offset == reader.TokenStartIndex; next++)
                issues[next] = Describe(utf8, steps, ordered[next]);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                steps.Add(new(0, 0, -1));
        }

        return new(issues);
    }

    private static ReadIssue Describe(ReadOnlySpan<byte> utf8, List<Step> steps, IssueMark mark)
    {
        var names = new string[steps.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = steps[i].NameLength == 0 ? steps[i].Index.ToString(CultureInfo.InvariantCulture) : Unescape(utf8.Slice(steps[i].NameStart, steps[i].NameLength));
        return new()
        {
            Path = Join(names.Select(Escape)),
            Field = Join(names.Select((name, depth) => steps[depth].NameLength == 0 || IsId(names, depth) ? "*" : Escape(name))),
            Found = mark.Found,
            Expected = mark.Expected,
            IsConverted = mark.IsConverted,
        };
    }

    // /devices/KIND/ID, /structures/ID and /structures/ID/wheres/ID: other names of the model are not ids.
    private static bool IsId(string[] names, int depth) => (names[0], depth) switch
    {
        ("devices", 2) or ("structures", 1) => true,
        ("structures", 3) => names[2] is "wheres",
        _ => false,
    };

    private static string Unescape(ReadOnlySpan<byte> quoted) => EscapedText.ToWholeText(quoted[1..^1]);

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Join(IEnumerable<string> names) => string.Concat(names.Select(name => "/" + name));

    /// <summary>One level of the walk: the name of the current member, or the position of the current item.</summary>
    private readonly record struct Step(int NameStart, int NameLength, int Index);
}
