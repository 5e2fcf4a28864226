using System.Text;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Writes one line of text for each item, for a file or a pipe.</summary>
internal sealed class TextLinesView(ToolSession session) : IHomeView
{
    private const int LongestValue = 80;

    public void Show(WatchEvent happened)
    {
        switch (happened)
        {
            case WatchState state:
                Line(happened, state.IsSameConnection ? Degradation(state) : $"{state.State}{(state.Reason is null ? "" : $" ({state.Reason})")}{(state.NextAttemptAt is { } next ? $", next attempt at {Clock(next)}" : "")}{(state.Trouble is null ? "" : $": {session.WithSettings(state.Trouble)}")}");
                if (state is { IsDegraded: true, IsSameConnection: false })
                    Line(happened, Degradation(state));
                break;
            case WatchSnapshot snapshot:
                var (homes, devices) = (snapshot.Model.Structures.Count, snapshot.Model.Devices);
                Line(happened, $"structures: {homes}, thermostats: {devices.Thermostats.Count}, Protects: {devices.SmokeCoAlarms.Count}, cameras: {devices.Cameras.Count}");
                break;
            case WatchOccurrence occurrence:
                Line(happened, $"{occurrence.Name}: {DisplayText.What(occurrence.What)}");
                break;
            case WatchUpdate update:
                var place = new ChangePlace(update);
                foreach (var change in update.Changes)
                    Line(happened, $"{(update.IsCaughtUp ? "meanwhile " : "")}{place.Of(change.Path)}: {Text(change)}");
                break;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Degradation(WatchState state) => state.IsDegraded ? $"degraded: {WatchState.DegradedText}" : "no longer degraded";

    private static string Clock(DateTimeOffset time) => time.ToLocalTime().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(WatchChange change) => change.Operation switch
    {
        "add" => $"{Value(change.Value)} is new",
        "remove" => $"{Value(change.Old)} is gone",
        _ => $"{Value(change.Old)} → {Value(change.Value)}",
    };

    private static string Value(ReadOnlyMemory<byte> json)
    {
        var text = PlainText.OfJson(Encoding.UTF8.GetString(json.Span));
        return CellText.Width(text) <= LongestValue ? text.Trim('"') : CellText.CutEnd(text, LongestValue);
    }

    private void Line(WatchEvent happened, string text) => session.Out.WriteLine(session.Mask.Apply(PlainText.OneLine($"{Clock(happened.At)} {text}")));
}
