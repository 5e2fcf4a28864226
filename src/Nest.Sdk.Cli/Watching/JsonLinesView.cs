using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Writes one JSON line for each item, flushed immediately.</summary>
internal sealed class JsonLinesView(StandardOutput output) : IHomeView
{
    public void Show(WatchEvent happened)
    {
        if (happened is not WatchState { IsSameConnection: true })
            Write(happened);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(WatchEvent happened) => output.WriteLine(JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", happened switch { WatchState => "state", WatchSnapshot => "snapshot", WatchOccurrence => "event", _ => "update" });
        if (happened is WatchState named)
            json.WriteString("state", named.State);
        json.WriteString("at", JsonText.Time(happened.At));
        switch (happened)
        {
            case WatchState state:
                json.WriteString("reason", state.Reason);
                break;
            case WatchSnapshot snapshot:
                json.WritePropertyName("data");
                json.WriteRawValue(snapshot.Document.Span, skipInputValidation: true);
                break;
            case WatchOccurrence occurrence:
                Write(json, occurrence.What);
                break;
            case WatchUpdate update:
                json.WriteBoolean("caughtUp", update.IsCaughtUp);
                json.WriteStartArray("changes");
                foreach (var change in update.Changes)
                    Write(json, change);
                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }));

    private static void Write(System.Text.Json.Utf8JsonWriter json, NestEvent what)
    {
        json.WriteString("device", what.DeviceId);
        json.WriteString("event", what.Kind.ToString());
        json.WriteBoolean("new", what.IsNew);
        json.WriteString("phase", what.Phase.ToString().ToLowerInvariant());
        if (what.Id is { } id)
            json.WriteString("id", id);
        if (what.SessionId is { } session)
            json.WriteString("session", session);
        if (what.ThreadId is { } thread)
            json.WriteString("thread", thread);
        json.WriteBoolean("late", what.IsLate);
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, WatchChange change)
    {
        json.WriteStartObject();
        json.WriteString("op", change.Operation);
        json.WriteString("path", change.Path);
        if (!change.Old.IsEmpty)
        {
            json.WritePropertyName("old");
            json.WriteRawValue(change.Old.Span, skipInputValidation: true);
        }

        if (!change.Value.IsEmpty)
        {
            json.WritePropertyName("value");
            json.WriteRawValue(change.Value.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
