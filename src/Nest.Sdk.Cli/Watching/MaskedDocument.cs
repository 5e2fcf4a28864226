using Nest.Sdk.Cli.Console;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Masks the home's documents and compares them. Since both sides are masked, an update cannot show a secret and always
/// fits the snapshot.
/// </summary>
internal sealed class MaskedDocument(SecretMask mask)
{
    private readonly Utf8JsonDiff _diff = new();

    /// <returns>The masked document.</returns>
    public ReadOnlyMemory<byte> First(ReadOnlySpan<byte> document)
    {
        var masked = MaskedJson.Of(document, mask, JsonText.Compact);
        _diff.Compare(masked.Span).Commit();
        return masked;
    }

    /// <returns>The differences from the last document. Empty when only secrets changed.</returns>
    public IReadOnlyList<WatchChange> Next(ReadOnlySpan<byte> document)
    {
        var changes = _diff.Compare(MaskedJson.Of(document, mask, JsonText.Compact).Span);
        var list = new List<WatchChange>(changes.Count);
        foreach (var change in changes)
        {
            // For an addition to a list, Old is the previous element rather than an old value.
            var old = change.Kind is JsonPatchKind.Replace or JsonPatchKind.Remove && change.Old.IsPresent ? change.Old.Utf8.ToArray() : default;
            list.Add(new WatchChange(Name(change.Kind), change.Path, old, change.New.IsPresent ? change.New.Utf8.ToArray() : default));
        }

        changes.Commit();
        return list;
    }

    private static string Name(JsonPatchKind kind) => kind switch
    {
        JsonPatchKind.Add => "add",
        JsonPatchKind.Remove => "remove",
        _ => "replace",
    };
}
