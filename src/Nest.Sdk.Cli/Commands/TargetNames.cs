using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Finds the id that is meant by an id or a name.</summary>
internal static class TargetNames
{
    /// <param name="kind">What is looked for, for people.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="candidates">Every id, with the names it goes by; the first is shown.</param>
    /// <param name="label">The name of an id that no other has, as the tool prints it: taken too.</param>
    /// <returns>The target. An id that the home does not have comes back as it is, with a name that is near: the rules refuse it.</returns>
    /// <exception cref="UsageException">Several have the name.</exception>
    public static WriteTarget Find(string kind, string text, IEnumerable<(string Id, string?[] Names)> candidates, Func<string, string?> label)
    {
        var all = candidates.ToList();
        if (all.Find(candidate => candidate.Id == text) is { Id: not null } exact)
            return Named(exact);
        foreach (var isMeant in (Func<(string Id, string?[] Names), bool>[])[candidate => Has(candidate, StringComparison.Ordinal), candidate => Has(candidate, StringComparison.OrdinalIgnoreCase), candidate => label(candidate.Id) == text])
        {
            var matches = all.FindAll(candidate => isMeant(candidate));
            if (matches.Count == 1)
                return Named(matches[0]);
            if (matches.Count > 1)
                throw new UsageException($"{matches.Count} {kind}s are called '{text}'. Use an id: {string.Join(", ", matches.Select(match => $"{match.Id} ('{label(match.Id)}')"))}.");
        }

        return new WriteTarget(text, text, NearWord.Of(text, all.SelectMany(static candidate => candidate.Names).OfType<string>()));

        bool Has((string Id, string?[] Names) candidate, StringComparison comparison) => candidate.Names.Any(name => string.Equals(name, text, comparison));
        WriteTarget Named((string Id, string?[] Names) candidate) =>
            new(candidate.Id, candidate.Names.FirstOrDefault(static name => !string.IsNullOrWhiteSpace(name)) ?? candidate.Id, Label: label(candidate.Id));
    }
}
