using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>How many cases each law is tried on, and what is told about one that breaks it.</summary>
internal static class Law
{
    /// <summary>Set NEST_LAWS for more (.ci/laws does): that many for each law. By default there are some 20,000 for all of them.</summary>
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("NEST_LAWS");

    public static void Holds<T>(this Gen<T> gen, int cases, Action<T> law, Func<T, string> print) =>
        gen.Sample(law, iter: Wanted is null ? cases : long.Parse(Wanted, CultureInfo.InvariantCulture), print: print);

    /// <summary>All that a comparison says.</summary>
    public static string[] Texts(JsonChanges changes) => [.. changes.ToOperations().Select(change => $"{change} {Text(change.OldValue)} -> {Text(change.Value)}")];

    public static Utf8JsonDiff EngineWith(ReadOnlySpan<byte> document)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(document).Commit();
        return engine;
    }

    public static string Print(params byte[][] documents) => string.Join("\n  ->  ", documents.Select(Encoding.Latin1.GetString));

    private static string Text(JsonElement? value) => value is { } element ? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)) : "-";
}
