using Nest.Sdk.Cli.Console;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The home's document as it is shown, and what the next one changes of it. Since both are masked, an update can neither show a secret nor miss the snapshot.</summary>
internal sealed class MaskedDocument(SecretMask mask)
{
    private readonly Utf8JsonDiff _diff = new();

    /// <returns>The document, masked.</returns>
    public ReadOnlyMemory<byte> First(ReadOnlySpan<byte> document)
    {
        var masked = MaskedJson.Of(document, mask, JsonText.Compact);
        _diff.Compare(masked.Span).Commit();
        return masked;
    }

    /// <returns>The differences to the last document; empty when only secrets have changed.</returns>
    public IReadOnlyList<WatchChange> Next(ReadOnlySpan<byte> document)
    {
        var changes = _diff.Compare(MaskedJson.Of(document, mask, JsonText.Compact).Span);
        var list = new List<WatchChange>(changes.Count);
        foreach (var change in changes)
        {
            // An addition in a list has the element before it as its old value, which is none of its own.
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
