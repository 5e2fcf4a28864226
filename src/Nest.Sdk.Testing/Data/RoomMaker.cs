using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// Makes rooms (section 8.2): a POST to the <c>wheres</c> of a structure gives the id of the new one, whose name no other has. Nobody has captured
/// the bodies, nor which permission it takes: here the one to see the rooms.
/// </summary>
internal sealed class RoomMaker(RateLimiter limiter)
{
    public FakeAnswer Add(Grant grant, DocumentPath path, ReadOnlySpan<byte> body)
    {
        string? id = null;
        var refusal = JsonBody.Read(body, out var value) ?? grant.Home.TryWrite((root, _) =>
        {
            (var answer, id) = AddTo(root, grant, path, value.Child("name").Text());
            return answer;
        });
        return refusal ?? new FakeAnswer(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(FakeHome.Render(new JsonObject { ["where_id"] = id })));
    }

    private (FakeAnswer? Refusal, string? Id) AddTo(JsonObject root, Grant grant, DocumentPath path, string? name)
    {
        var structureId = path.Segments[1];
        if (!grant.Home.Shows(grant, path) || root["structures"].Child(structureId) is not JsonObject structure)
        {
            return (ErrorBodies.NotFound(), null);
        }

        if (limiter.CheckWrite(grant.Home, structureId) is { } blocked)
        {
            return (blocked, null);
        }

        if (string.IsNullOrWhiteSpace(name) || structure["wheres"].Items().Any(where => where.Item["name"].Text() == name))
        {
            return (ErrorBodies.Uncaptured("Unspecified error"), null);
        }

        limiter.CountWrite(grant.Home, structureId);
        return (null, StructureTemplate.AddWhere(structure, structureId, name));
    }
}
