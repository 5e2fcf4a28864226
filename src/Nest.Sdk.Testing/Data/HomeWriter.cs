using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>Takes one write (section 5): what it means, whether it may happen, and what it brings with it.</summary>
internal sealed class HomeWriter(RateLimiter limiter, TimeProvider time)
{
    /// <summary>The refusal; null when the write counts.</summary>
    /// <param name="grant">Who writes, and to which home.</param>
    /// <param name="path">Where to.</param>
    /// <param name="body">The JSON that was sent.</param>
    /// <param name="onWritten">Hears of the write when no rule has refused it, before anybody sees it; the home is locked meanwhile.</param>
    public FakeAnswer? Write(Grant grant, DocumentPath path, ReadOnlySpan<byte> body, Action<AcceptedWrite>? onWritten = null)
    {
        JsonNode? value;
        try
        {
            value = JsonText.Parse(body);
        }
        catch (JsonException)
        {
            return ErrorBodies.InvalidJson();
        }

        return grant.Home.TryWrite((root, untold) =>
        {
            var (write, refusal) = WriteTarget.Find(root, path, value);
            return write is null ? refusal : Apply(grant, write, untold, onWritten);
        });
    }

    private FakeAnswer? Apply(Grant grant, FieldWrite write, UntoldState untold, Action<AcceptedWrite>? onWritten)
    {
        if ((limiter.CheckWrite(grant.Home, write.Id) ?? NestRules.Check(write, grant.Permissions)) is { } refusal)
        {
            return refusal;
        }

        limiter.CountWrite(grant.Home, write.Id);
        var before = onWritten is null ? null : (JsonObject)write.Root.DeepClone();
        WriteEffects.Apply(write, time.GetUtcNow(), untold);
        onWritten?.Invoke(new AcceptedWrite(grant.Home, before!, write.Root, write.Owner));
        return null;
    }
}
