using System.CommandLine;

namespace Nest.Sdk.Cli.Values;

/// <summary>Suggests a command or option for an unknown word.</summary>
internal static class KnownWords
{
    /// <returns>Such as <c> Did you mean 'watch'?</c>, with a blank before; empty when no word is near.</returns>
    public static string Hint(string typed, Command command) =>
        NearWord.Of(typed, Of(command, isOption: typed.StartsWith('-'))) is { } near ? $" Did you mean '{near}'?"
        : Elsewhere(typed, command) is { } other ? $" Did you mean 'nest {other}'?"
        : "";

    private static IEnumerable<string> Of(Command command, bool isOption)
    {
        var options = command.Options
            .Concat(Above(command).SelectMany(static parent => parent.Options.Where(static option => option.Recursive)))
            .Where(static option => !option.Hidden).Select(static option => option.Name);
        return isOption ? options : command.Subcommands.Where(static part => !part.Hidden).Select(static part => part.Name).Concat(options);
    }

    /// <summary>A command by its own name that stands below another one: <c>login</c> is <c>auth login</c>.</summary>
    private static string? Elsewhere(string typed, Command command) =>
        Below(Above(command).LastOrDefault() ?? command, "").FirstOrDefault(path => path.EndsWith($" {typed}", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Below(Command command, string path) =>
        command.Subcommands.SelectMany(part => Below(part, $"{path}{part.Name} ").Prepend($"{path}{part.Name}"));

    private static IEnumerable<Command> Above(Command command)
    {
        for (var at = command.Parents.OfType<Command>().FirstOrDefault(); at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            yield return at;
    }
}
