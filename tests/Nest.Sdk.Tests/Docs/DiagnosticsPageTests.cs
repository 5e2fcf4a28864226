using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Docs;

/// <summary>Tests that the page about logs, metrics and errors matches the sources.</summary>
public partial class DiagnosticsPageTests
{
    private static readonly string Page = Pages.Read("docs/diagnostics.md");

    private static readonly string[] Library = [.. Pages.Code("src").Where(static path => path.StartsWith("src/Nest.Sdk/", StringComparison.Ordinal) || path.StartsWith("src/Nest.Sdk.Testing/", StringComparison.Ordinal))];

    [Fact]
    public void Every_log_message_is_listed_with_id_level_and_text()
    {
        var messages = Library.SelectMany(static path => Message().Matches(Pages.Read(path)))
            .Select(static match => $"| {match.Groups["id"].Value} | {match.Groups["level"].Value} | {match.Groups["text"].Value} |").ToList();

        Assert.NotEmpty(messages);
        Assert.Equal([], messages.Where(static line => !Page.Contains(line, StringComparison.Ordinal)));
        Assert.Equal(messages.Count, LogRow().Count(Page));
    }

    [Fact]
    public void Every_instrument_is_listed_with_kind_unit_and_description()
    {
        var instruments = Library.SelectMany(static path => Instrument().Matches(Pages.Read(path)))
            .Select(static match => $"| `{match.Groups["name"].Value}` | {match.Groups["kind"].Value.ToLowerInvariant()} | `{match.Groups["unit"].Value}` | {match.Groups["text"].Value} |").ToList();

        Assert.NotEmpty(instruments);
        Assert.Equal([], instruments.Where(static line => !Page.Contains(line, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_exception_is_listed_here_and_in_getting_started()
    {
        var exceptions = typeof(NestException).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Exception))).Select(static type => $"| `{type.Name}` |").ToList();
        var guide = Pages.Read("docs/guide/getting-started.md");

        Assert.NotEmpty(exceptions);
        Assert.Equal([], exceptions.Where(static row => !Page.Contains(row, StringComparison.Ordinal)));
        Assert.Equal([], exceptions.Where(row => !guide.Contains(row, StringComparison.Ordinal)));
    }

    /// <summary>The library creates no activities. A page without a new activity source would be outdated.</summary>
    [Fact]
    public void Every_activity_source_is_named_on_the_page() =>
        Assert.Equal([], Library.Where(static path => Pages.Read(path).Contains("new ActivitySource(", StringComparison.Ordinal)));

    [GeneratedRegex(@"LoggerMessage\((?<id>\d+),[ ]LogLevel\.(?<level>\w+),[ ]""(?<text>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(@"\|[ ]\d{4}[ ]\|", RegexOptions.ExplicitCapture)]
    private static partial Regex LogRow();

    [GeneratedRegex(@"Create(?<kind>Counter|Histogram|UpDownCounter|Gauge)<\w+>\(""(?<name>[\w.]+)"",[ ]""(?<unit>[^""]+)"",[ ]""(?<text>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Instrument();
}
