using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>Plain reads and writes of the data model (sections 4 and 5).</summary>
internal sealed class DataEndpoint(TokenBook tokens, RateLimiter limiter, TimeProvider time)
{
    public FakeAnswer Answer(FakeCall call) =>
        tokens.Find(call.Token) is not { } grant ? ErrorBodies.Unauthorized()
        : call.IsRead ? Read(call, grant)
        : call.IsWrite ? Write(call, grant)
        : ErrorBodies.MethodNotAllowed();

    private static FakeAnswer Read(FakeCall call, Grant grant) =>
        grant.Home.Read(grant, call.Path) is { } json ? new FakeAnswer(StatusCodes.Status200OK, json) : ErrorBodies.NotFound();

    private FakeAnswer Write(FakeCall call, Grant grant)
    {
        JsonNode? body;
        try
        {
            body = JsonText.Parse(call.Body.Span);
        }
        catch (JsonException)
        {
            return ErrorBodies.InvalidJson();
        }

        // The echo is what was sent, to the byte.
        return grant.Home.TryWrite((root, untold) => Apply(grant, root, untold, call, body)) ?? new FakeAnswer(StatusCodes.Status200OK, call.Body);
    }

    private FakeAnswer? Apply(Grant grant, JsonObject root, UntoldState untold, FakeCall call, JsonNode? body)
    {
        var (write, refusal) = WriteTarget.Find(root, call.Path, body);
        if (write is null)
        {
            return refusal;
        }

        refusal = limiter.CheckWrite(grant.Home, write.Id) ?? NestRules.Check(write, grant.Permissions);
        if (refusal is null)
        {
            limiter.CountWrite(grant.Home, write.Id);
            var before = call.OnWritten is null ? null : (JsonObject)root.DeepClone();
            WriteEffects.Apply(write, time.GetUtcNow(), untold);
            call.OnWritten?.Invoke(new AcceptedWrite(grant.Home, before!, root, write.Owner));
        }

        return refusal;
    }
}
