using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// Adds rooms. A POST to the <c>wheres</c> of a structure returns the id of the new room. Its name must be unique. The
/// bodies and the required permission were never captured. The fake requires any permission that shows the rooms. See
/// docs/protocol/works-with-nest.md#structures.
/// </summary>
internal sealed class RoomMaker(RateLimiter limiter)
{
    /// <summary>
    /// Adds a room. Returns the refusal, or null with the id of the new room in <paramref name="json"/>.
    /// </summary>
    public Refusal? Add(HomeView view, DocumentPath path, ReadOnlySpan<byte> body, out byte[] json)
    {
        string? id = null;
        var refusal = JsonBody.Read(body, out var value) ?? view.Home.TryWrite((root, _) =>
        {
            (var problem, id) = AddTo(root, view, path, value.Child("name").Text());
            return problem;
        });
        json = Encoding.UTF8.GetBytes(DocumentText.Render(new JsonObject { ["where_id"] = id }));
        return refusal;
    }

    private (Refusal? Refusal, string? Id) AddTo(JsonObject root, HomeView view, DocumentPath path, string? name)
    {
        var structureId = path.Segments[1];
        if (!view.Shows(path) || root["structures"].Child(structureId) is not JsonObject structure)
            return (Refusal.NotFound, null);

        if (limiter.CheckWrite(view.Home, structureId) is { } blocked)
            return (blocked, null);

        if (string.IsNullOrWhiteSpace(name) || structure["wheres"].Items().Any(where => where.Item["name"].Text() == name))
            return (Refusal.Uncaptured("Unspecified error"), null);

        limiter.CountWrite(view.Home, structureId);
        return (null, StructureTemplate.AddWhere(structure, structureId, name));
    }
}
