using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>Plain reads and writes of the data model (sections 4 and 5).</summary>
internal sealed class DataEndpoint(TokenBook tokens, HomeWriter writer, RoomMaker rooms)
{
    public FakeAnswer Answer(FakeCall call) =>
        tokens.Find(call.Token) is not { } grant ? ErrorBodies.Unauthorized()
        : call.IsRead ? Read(call, grant)
        : call.IsWrite ? Write(call, grant)
        : call.AddsRoom ? rooms.Add(grant, call.Path, call.Body.Span)
        : ErrorBodies.MethodNotAllowed();

    /// <summary>Whether a call is a write that no rule would refuse, or a stream of something that is there, as things are.</summary>
    public bool WouldAccept(FakeCall call) => tokens.Find(call.Token) is { } grant
        && (call.IsWrite ? !writer.WouldRefuse(grant, call.Path, call.Body.Span)
            : call.IsStream && grant.Home.Locked(() => grant.Home.Shows(grant, call.Path)));

    private static FakeAnswer Read(FakeCall call, Grant grant) =>
        grant.Home.Read(grant, call.Path) is { } json ? new FakeAnswer(StatusCodes.Status200OK, json) : ErrorBodies.NotFound();

    // The echo is what was sent, to the byte.
    private FakeAnswer Write(FakeCall call, Grant grant) =>
        writer.Write(grant, call.Path, call.Body.Span, call.OnWritten) ?? new FakeAnswer(StatusCodes.Status200OK, call.Body);
}
