using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Reports;

/// <summary>
/// Reports the outcome of a write: one line for each step for people, or one JSON line for the whole write.
/// </summary>
internal sealed class WriteReport(ToolSession session, string typed)
{
    private readonly WriteLine _line = new() { Name = typed };
    private string _label = typed;
    private string? _unknown;
    private bool _hasBegun;

    /// <summary>Sets the names of the target. From here on, requests may be sent.</summary>
    /// <param name="name">The name for scripts.</param>
    /// <param name="label">The name for lines.</param>
    /// <param name="unknown">The text of the id check when the home has no such name. Null keeps the library's
    /// text.</param>
    public void Begin(string name, string label, string? unknown)
    {
        _unknown = unknown;
        _line.Name = name;
        _label = label;
        _hasBegun = true;
    }

    /// <returns>The exit code.</returns>
    public int Show(NestWriteResult result)
    {
        if (_unknown is not null)
            result = result with { Checks = [.. result.Checks.Select(check => check is { Rule: NestRule.KnownId, Verdict: NestRuleVerdict.Failed } ? check with { Text = _unknown } : check)] };
        _line.Add(result);
        if (!session.IsJson)
            Lines(result.Outcome == NestWriteOutcome.NotSent ? Requests(result) : [$"{_label}: {PlainText.OfJson(Fields(result))}"]);
        var isRefused = result.Checks.Any(static check => check.Verdict == NestRuleVerdict.Failed);
        return isRefused || result.Outcome is NestWriteOutcome.Reversed or NestWriteOutcome.NotSeen ? ExitCodes.Refused : ExitCodes.Done;
    }

    /// <summary>Adds a write that was not sent because the previous one failed.</summary>
    public void NotSent(NestWriteResult rest, string why)
    {
        _line.Add(rest);
        session.Error.WriteLine($"nest: {why}");
    }

    /// <summary>Adds the error that ended the write.</summary>
    /// <returns>False, so that an exception filter lets the error pass.</returns>
    public bool Note(Exception error)
    {
        if (_hasBegun)
            _line.Add(error);
        else if (error is not UsageException)
            _line.AddNotSent();
        return false;
    }

    /// <summary>Prints the JSON line, however the write ended.</summary>
    public void Finish()
    {
        if (session.IsJson && _line.HasContent)
            session.Out.WriteLine(MaskedJson.Of(JsonText.Line(_line.Write), session.Mask, JsonText.Compact).Span);
    }

    /// <summary>Writes one line for each text, whatever names it contains.</summary>
    private void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            session.Out.WriteLine(session.Mask.Apply(PlainText.OneLine(line)));
    }

    private static IEnumerable<string> Requests(NestWriteResult result) =>
    [
        .. result.Steps.SelectMany(static step => (string[])[$"{step.Request.Method} {step.Request.Path}", PlainText.OfJson($"{step.Request.Body}")]),
        .. result.Checks.Select(static check => $"{Verdict(check)}: {check.Text}"),
        "Nothing was sent.",
    ];

    private static string Verdict(NestRuleCheck check) => check.Verdict switch
    {
        NestRuleVerdict.Passed => "ok",
        NestRuleVerdict.Failed => "refused",
        _ => "left to Nest",
    };

    private static string Fields(NestWriteResult result) => result.Outcome == NestWriteOutcome.AlreadySo ? "already set; nothing was sent." : string.Join("; ", result.Fields.Select(static field => field.Outcome switch
    {
        NestWriteOutcome.Accepted => $"{field.Name} {field.Sent} is accepted by Nest",
        NestWriteOutcome.Confirmed => $"{field.Name} {field.Sent} is confirmed by the stream",
        NestWriteOutcome.Adjusted => $"{field.Name} {field.Sent} was adjusted to {field.Seen}",
        NestWriteOutcome.Reversed => $"{field.Name} {field.Sent} was reversed; it is {field.Seen} again",
        _ => $"{field.Name} {field.Sent} was accepted, but the stream did not show it in time; it may still take effect",
    })) + ".";
}
