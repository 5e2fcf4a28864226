using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// Applies a write: finds its target, validates it and applies its effects. See
/// docs/protocol/works-with-nest.md#writes.
/// </summary>
internal sealed class HomeWriter(RateLimiter limiter, TimeProvider time)
{
    /// <summary>Applies a write. Returns the refusal, or null when the write was applied.</summary>
    /// <param name="view">The view of the token that writes.</param>
    /// <param name="path">The path of the write.</param>
    /// <param name="body">The JSON of the request.</param>
    /// <param name="onWritten">
    /// Called when the write has passed the rules, before it is published. The home is locked during the call.
    /// </param>
    public Refusal? Write(HomeView view, DocumentPath path, ReadOnlySpan<byte> body, Action<AcceptedWrite>? onWritten = null) =>
        JsonBody.Read(body, out var value) ?? view.Home.TryWrite((root, hidden) =>
        {
            var (write, refusal) = Check(view, root, path, value);
            if (refusal is null && write is not null)
                Apply(view, write, hidden, onWritten);

            return refusal;
        });

    /// <summary>Returns whether a write would be refused now, without counting or applying it.</summary>
    public bool WouldRefuse(HomeView view, DocumentPath path, ReadOnlySpan<byte> body) =>
        JsonBody.Read(body, out var value) is not null || view.Home.ReadUpToDate(root => Check(view, root, path, value).Refusal is not null);

    private (FieldWrite? Write, Refusal? Refusal) Check(HomeView view, JsonObject root, DocumentPath path, JsonNode? value)
    {
        var (write, refusal) = WriteTarget.Find(root, path, value);
        return (write, write is null ? refusal : limiter.CheckWrite(view.Home, write.Id) ?? NestRules.Check(write, view.Permissions));
    }

    private void Apply(HomeView view, FieldWrite write, HiddenState hidden, Action<AcceptedWrite>? onWritten)
    {
        limiter.CountWrite(view.Home, write.Id);
        var after = new HomeState(write.Root, hidden.Root);
        var before = onWritten is null ? null : after.Copy();
        WriteEffects.Apply(write, time.GetUtcNow(), hidden);
        onWritten?.Invoke(new AcceptedWrite(view.Home, before!, after, write.Owner));
    }
}
