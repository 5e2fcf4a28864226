using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Console;

/// <summary>The one JSON line of <c>nest set --json</c>: every step of the write, however it ended.</summary>
internal sealed class WriteLine
{
    /// <summary>What counts for the whole when its parts differ, the weightiest first.</summary>
    private static readonly NestWriteOutcome[] ByWeight =
    [
        NestWriteOutcome.Unknown, NestWriteOutcome.Refused, NestWriteOutcome.Reversed, NestWriteOutcome.NotSeen, NestWriteOutcome.Adjusted,
        NestWriteOutcome.Accepted, NestWriteOutcome.Confirmed, NestWriteOutcome.NotSent, NestWriteOutcome.AlreadySo,
    ];

    private readonly List<NestWriteStep> _steps = [];
    private readonly List<NestRuleCheck> _checks = [];
    private readonly List<NestWriteOutcome> _outcomes = [];

    public required string Name { get; set; }

    /// <summary>Whether there is anything to print: an invalid command line is not a write.</summary>
    public bool HasContent => _outcomes.Count > 0;

    public void Add(NestWriteResult result)
    {
        _outcomes.Add(result.Outcome);
        _steps.AddRange(result.Steps);
        _checks.AddRange(result.Checks);
    }

    /// <summary>Takes that it ended before anything could be sent.</summary>
    public void AddNotSent() => _outcomes.Add(NestWriteOutcome.NotSent);

    /// <summary>Takes how the write failed, if the error is one of a write.</summary>
    public void Add(Exception error)
    {
        if (OutcomeOf(error) is not { } outcome)
            return;
        _outcomes.Add(outcome);
        if (error is NestException failure)
            _steps.AddRange(failure.Steps);
        if (error is NestRuleException rule)
            _checks.Add(new NestRuleCheck { Rule = rule.Rule, Verdict = NestRuleVerdict.Failed, Field = rule.Field, Value = rule.Value, Limit = rule.Limit, Allowed = rule.Allowed, Text = rule.Message });
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", "write");
        json.WriteString("name", Name);
        json.WriteString("outcome", Word(Array.Find(ByWeight, _outcomes.Contains).ToString()));
        if (_steps is [var only])
            Write(json, only.Request);
        json.WriteStartArray("steps");
        foreach (var step in _steps)
        {
            json.WriteStartObject();
            Write(json, step.Request);
            json.WriteString("outcome", Word(step.Outcome.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in _steps.SelectMany(static step => step.Fields))
            Write(json, field);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in _checks)
            Write(json, check);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static NestWriteOutcome? OutcomeOf(Exception error) => error switch
    {
        NestWriteOutcomeUnknownException { WasAccepted: true } => NestWriteOutcome.Accepted,
        NestWriteOutcomeUnknownException => NestWriteOutcome.Unknown,
        NestRuleException or NestNotSupportedException or NestAuthorizationException or NestRateLimitException => NestWriteOutcome.Refused,
        NestException { WriteMayHaveHappened: true } => NestWriteOutcome.Unknown,
        NestRequestException => NestWriteOutcome.Refused,
        NestException or OperationCanceledException => NestWriteOutcome.NotSent,
        _ => null,
    };

    private static void Write(Utf8JsonWriter json, NestWriteRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        Write(json, "body", request.Body);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NestFieldResult field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        Write(json, "sent", field.Sent);
        Write(json, "seen", field.Seen);
        json.WriteString("outcome", Word(field.Outcome.ToString()));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NestRuleCheck check)
    {
        json.WriteStartObject();
        json.WriteString("rule", Word(check.Rule.ToString()));
        json.WriteString("verdict", Word(check.Verdict.ToString()));
        json.WriteString("field", check.Field);
        json.WriteString("text", check.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RawJson? value)
    {
        if (value is not { } known)
            return;
        json.WritePropertyName(name);
        known.WriteTo(json);
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
