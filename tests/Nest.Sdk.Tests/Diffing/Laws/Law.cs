using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>The number of cases of each law, and the report of a case that fails.</summary>
internal static class Law
{
    /// <summary>
    /// The number of cases per law. Set NEST_LAWS for more (.ci/laws does). Default: about 20,000 for all laws
    /// together.
    /// </summary>
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("NEST_LAWS");

    public static void Holds<T>(this Gen<T> gen, int cases, Action<T> law, Func<T, string> print) =>
        gen.Sample(law, iter: Wanted is null ? cases : long.Parse(Wanted, CultureInfo.InvariantCulture), print: print);

    /// <summary>The complete result of a comparison.</summary>
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
