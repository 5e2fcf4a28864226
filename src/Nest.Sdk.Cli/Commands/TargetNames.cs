using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Finds the id that is meant by an id or a name.</summary>
internal static class TargetNames
{
    /// <param name="kind">What is looked for, for people.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="candidates">Every id, with the names it goes by; the first is shown.</param>
    /// <returns>The target. An id that the home does not have comes back as it is, with a name that is near: the rules refuse it.</returns>
    /// <exception cref="UsageException">Several have the name.</exception>
    public static WriteTarget Find(string kind, string text, IEnumerable<(string Id, string?[] Names)> candidates)
    {
        var all = candidates.ToList();
        if (all.Find(candidate => candidate.Id == text) is { Id: not null } exact)
            return Named(exact);
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            var matches = all.FindAll(candidate => candidate.Names.Any(name => string.Equals(name, text, comparison)));
            if (matches.Count == 1)
                return Named(matches[0]);
            if (matches.Count > 1)
                throw new UsageException($"{matches.Count} {kind}s are called '{text}'. Use an id: {string.Join(", ", matches.Select(static match => match.Id))}.");
        }

        return new WriteTarget(text, text, NearWord.Of(text, all.SelectMany(static candidate => candidate.Names).OfType<string>()));
    }

    private static WriteTarget Named((string Id, string?[] Names) candidate) => new(candidate.Id, candidate.Names.FirstOrDefault(static name => !string.IsNullOrWhiteSpace(name)) ?? candidate.Id);
}
