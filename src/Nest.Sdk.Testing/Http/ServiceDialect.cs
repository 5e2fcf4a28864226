namespace Nest.Sdk.Testing.Http;

/// <summary>How the calls and the errors of one service look.</summary>
/// <param name="OwnsOAuth">Returns whether a path on the front port is an authorization endpoint.</param>
/// <param name="TokenParameter">The query parameter that can contain the token. Null for the header alone.</param>
/// <param name="HasStreams">Whether <c>Accept: text/event-stream</c> opens an event stream.</param>
/// <param name="ForStatus">Returns the response with the default body of a status.</param>
/// <param name="Failed">Returns the response for a failure of the fake itself.</param>
internal sealed record ServiceDialect(
    Func<string, bool> OwnsOAuth, string? TokenParameter, bool HasStreams, Func<FakeCall, int, FakeAnswer> ForStatus, Func<string, FakeAnswer> Failed)
{
    public static ServiceDialect WorksWithNest { get; } =
        new(OAuthPaths.Owns, "auth", HasStreams: true, static (_, status) => ErrorBodies.ForStatus(status), ErrorBodies.Failed);
}
