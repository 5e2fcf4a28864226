using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// Applies one write (see docs/protocol/works-with-nest.md#writes): its target, its validation and its effects.
/// </summary>
internal sealed class HomeWriter(RateLimiter limiter, TimeProvider time)
{
    /// <summary>The refusal; null when the write was applied.</summary>
    /// <param name="view">Who writes, and to which home.</param>
    /// <param name="path">Where to.</param>
    /// <param name="body">The JSON that was sent.</param>
    /// <param name="onWritten">
    /// Called when no rule has refused the write, before it is published; the home is locked meanwhile.
    /// </param>
    public Refusal? Write(HomeView view, DocumentPath path, ReadOnlySpan<byte> body, Action<AcceptedWrite>? onWritten = null) =>
        JsonBody.Read(body, out var value) ?? view.Home.TryWrite((root, hidden) =>
        {
            var (write, refusal) = Check(view, root, path, value);
            if (refusal is null && write is not null)
                Apply(view, write, hidden, onWritten);

            return refusal;
        });

    /// <summary>Whether a write would be refused, now; counts nothing and changes nothing.</summary>
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
