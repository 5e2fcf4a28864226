using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Resolves an id or a name to an id.</summary>
internal static class TargetNames
{
    /// <summary>The most names that a message lists.</summary>
    private const int MostNames = 8;

    /// <param name="kind">The kind of the target, for messages.</param>
    /// <param name="text">The text from the command line.</param>
    /// <param name="candidates">Every id with its names. The first name is shown.</param>
    /// <param name="label">The unique name of an id, as the tool prints it. Matched too.</param>
    /// <returns>The target. An unknown id is returned unchanged with a hint, and the rule checks refuse it.</returns>
    /// <exception cref="UsageException">Several targets have the name, or the text is blank.</exception>
    public static WriteTarget Find(string kind, string text, IEnumerable<(string Id, string?[] Names)> candidates, Func<string, string?> label)
    {
        var all = candidates.ToList();
        foreach (var isMeant in Ways(text, label))
        {
            var matches = all.FindAll(isMeant);
            if (matches.Count == 1)
                return Named(matches[0]);
            if (matches.Count > 1)
                throw new UsageException($"{matches.Count} {kind}s have the name '{text}'. Use an id: {string.Join(", ", matches.Select(match => $"{match.Id} ('{label(match.Id)}')"))}.");
        }

        if (NameComparer.Instance.Equals(text, ""))
            throw new UsageException($"ID is blank. Give the id or the name of a {kind}.");
        return new WriteTarget(text, text, Hint: Hint(kind, text, all, label));

        WriteTarget Named((string Id, string?[] Names) candidate) =>
            new(candidate.Id, candidate.Names.FirstOrDefault(static name => !string.IsNullOrWhiteSpace(name)) ?? candidate.Id, Label: label(candidate.Id));
    }

    /// <summary>The ways to match a candidate, the most exact first.</summary>
    private static IEnumerable<Predicate<(string Id, string?[] Names)>> Ways(string text, Func<string, string?> label)
    {
        yield return candidate => candidate.Id == text;
        yield return candidate => candidate.Names.Contains(text, StringComparer.Ordinal);
        yield return candidate => candidate.Names.Contains(text, StringComparer.OrdinalIgnoreCase);
        yield return candidate => label(candidate.Id) == text;
        // Blank text would match each device without a name.
        if (NameComparer.Instance.Equals(text, ""))
            yield break;
        yield return candidate => candidate.Names.OfType<string>().Any(name => IsAlike(name) || IsAlike(PlainText.OneLine(name)));
        yield return candidate => IsAlike(label(candidate.Id));
        yield return candidate => candidate.Id == text.Trim() || IsShortened(candidate.Id, text.Trim());

        bool IsAlike(string? name) => NameComparer.Instance.Equals(name, text);
    }

    /// <summary>Whether the text is the shortened id that tables print.</summary>
    private static bool IsShortened(string id, string text) => text.Length > DeviceNames.ShortId && text[0] == '…' && id.EndsWith(text[1..], StringComparison.Ordinal);

    /// <returns>The most similar name, else the existing names. Null when there are none.</returns>
    private static string? Hint(string kind, string text, List<(string Id, string?[] Names)> all, Func<string, string?> label)
    {
        var labels = all.Select(candidate => label(candidate.Id)).OfType<string>().ToList();
        if (NearWord.Of(text, [.. labels, .. all.SelectMany(static candidate => candidate.Names).OfType<string>()]) is { } near)
            return $"Did you mean '{PlainText.OneLine(near)}'?";
        return labels.Count == 0 ? null : $"Its {kind}s: {string.Join(", ", labels.Take(MostNames).Select(static name => $"'{name}'"))}{(labels.Count > MostNames ? ", …" : "")}.";
    }
}
