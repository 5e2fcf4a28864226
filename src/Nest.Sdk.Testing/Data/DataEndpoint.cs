using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// Serves plain reads and writes of the data model. See docs/protocol/works-with-nest.md#reads and #writes.
/// </summary>
internal sealed class DataEndpoint(TokenRegistry tokens, HomeWriter writer, RoomMaker rooms)
{
    /// <summary>Answers a call. <paramref name="onWritten"/> is passed to <see cref="HomeWriter.Write"/>.</summary>
    public FakeAnswer Answer(FakeCall call, Action<AcceptedWrite>? onWritten = null) =>
        tokens.Find(call.Token) is not { } grant ? ErrorBodies.Unauthorized()
        : call.IsRead ? Read(call, grant.View)
        : call.IsWrite ? Write(call, grant.View, onWritten)
        : call.AddsRoom ? AddRoom(call, grant.View)
        : ErrorBodies.MethodNotAllowed();

    /// <summary>
    /// Returns whether a call is a write that would pass the rules now, or a stream of a path that exists now.
    /// </summary>
    public bool WouldAccept(FakeCall call) => tokens.Find(call.Token) is { } grant
        && (call.IsWrite ? !writer.WouldRefuse(grant.View, call.Path, call.Body.Span)
            : call.IsStream && grant.View.Shows(call.Path));

    private static FakeAnswer Read(FakeCall call, HomeView view) =>
        view.Read(call.Path) is { } json ? new FakeAnswer(StatusCodes.Status200OK, json) : ErrorBodies.Of(Refusal.NotFound);

    // The echo repeats the request body byte for byte.
    private FakeAnswer Write(FakeCall call, HomeView view, Action<AcceptedWrite>? onWritten) =>
        writer.Write(view, call.Path, call.Body.Span, onWritten) is { } refusal ? ErrorBodies.Of(refusal) : new FakeAnswer(StatusCodes.Status200OK, call.Body);

    private FakeAnswer AddRoom(FakeCall call, HomeView view) =>
        rooms.Add(view, call.Path, call.Body.Span, out var json) is { } refusal ? ErrorBodies.Of(refusal) : new FakeAnswer(StatusCodes.Status200OK, json);
}
