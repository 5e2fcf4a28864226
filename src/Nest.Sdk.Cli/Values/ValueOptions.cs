using System.CommandLine;
using System.CommandLine.Parsing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Values;

/// <summary>Options whose values have a form of their own.</summary>
internal static class ValueOptions
{
    public delegate bool TryParse<T>(string text, out T value);

    public static Option<TimeSpan?> Duration(string name, string description) => Of<TimeSpan>(name, description, "D", DurationText.TryParse, DurationText.Advice);

    public static Option<Temperature?> Degrees(string name, string description) =>
        Of<Temperature>(name, description, "T", Temperature.TryParse, "Write it with its unit, like 21.5C or 70F.");

    /// <summary>An option of a value type; null when it was not given.</summary>
    public static Option<T?> Of<T>(string name, string description, string helpName, TryParse<T> parse, string advice)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => Parse(result, name, helpName, parse, advice),
        };

    private static T? Parse<T>(ArgumentResult result, string name, string helpName, TryParse<T> parse, string advice)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (parse(text, out var value))
            return value;
        result.AddError($"{name} is '{text}'. {OneOf.Hint(text, OneOf.WordsOf(helpName))}{advice}");
        return null;
    }
}
