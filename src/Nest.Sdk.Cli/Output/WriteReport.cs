using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Output;

/// <summary>Tells what became of a write: a line for people, or one of JSON.</summary>
internal sealed class WriteReport(Session session, string name)
{
    /// <returns>The exit code.</returns>
    public int Tell(NestWriteResult result)
    {
        if (session.IsJson)
            session.Out.WriteLine(MaskedJson.Of(JsonText.Line(json => Write(json, result)), session.Mask, JsonText.Compact).Span);
        else if (result.Outcome == NestWriteOutcome.NotSent)
            Line(Request(result));
        else
            Line($"{name}: {Fields(result)}");
        var isRefused = result.Checks.Any(static check => check.Verdict == NestRuleVerdict.Failed);
        return isRefused || result.Outcome is NestWriteOutcome.Reversed or NestWriteOutcome.NotSeen ? ExitCodes.Refused : ExitCodes.Done;
    }

    /// <summary>Tells what a script knows by the exit code.</summary>
    public void Say(string text) => session.Error.WriteLine($"nest: {text}");

    private void Line(string text)
    {
        foreach (var line in text.Split('\n'))
            session.Out.WriteLine(session.Mask.Apply(PlainText.OneLine(line)));
    }

    private static string Request(NestWriteResult result)
    {
        var checks = result.Checks.Select(static check => $"\n{Verdict(check)}: {check.Text}");
        return $"{result.Request.Method} {result.Request.Path}\n{result.Request.Body}{string.Concat(checks)}\nNothing was sent.";
    }

    private static string Verdict(NestRuleCheck check) => check.Verdict switch
    {
        NestRuleVerdict.Passed => "ok",
        NestRuleVerdict.Failed => "refused",
        _ => "left to Nest",
    };

    private static string Fields(NestWriteResult result) => string.Join("; ", result.Fields.Select(static field => field.Outcome switch
    {
        NestWriteOutcome.Accepted => $"{field.Name} {field.Sent} is accepted by Nest",
        NestWriteOutcome.Confirmed => $"{field.Name} {field.Sent} is confirmed by the stream",
        NestWriteOutcome.Adjusted => $"{field.Name} {field.Sent} was adjusted to {field.Seen}",
        NestWriteOutcome.Reversed => $"{field.Name} {field.Sent} was taken back; it is {field.Seen} again",
        _ => $"{field.Name} {field.Sent} was accepted, but the stream did not show it in time; it may still take effect",
    })) + ".";

    private void Write(Utf8JsonWriter json, NestWriteResult result)
    {
        json.WriteStartObject();
        json.WriteString("kind", "write");
        json.WriteString("name", name);
        json.WriteString("outcome", Word(result.Outcome.ToString()));
        json.WriteStartObject("request");
        json.WriteString("method", result.Request.Method);
        json.WriteString("path", result.Request.Path);
        Value(json, "body", result.Request.Body);
        json.WriteEndObject();
        json.WriteStartArray("fields");
        foreach (var field in result.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            Value(json, "sent", field.Sent);
            Value(json, "seen", field.Seen);
            json.WriteString("outcome", Word(field.Outcome.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in result.Checks)
        {
            json.WriteStartObject();
            json.WriteString("rule", Word(check.Rule.ToString()));
            json.WriteString("verdict", Word(check.Verdict.ToString()));
            json.WriteString("field", check.Field);
            json.WriteString("text", check.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, RawJson? value)
    {
        if (value is not { } known)
            return;
        json.WritePropertyName(name);
        known.WriteTo(json);
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
