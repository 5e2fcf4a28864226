namespace Nest.Sdk.Testing;

/// <summary>
/// One request that reached the fake. Tokens, client secret and PIN are masked as <c>***</c>, however they are escaped.
/// </summary>
public sealed record RecordedRequest
{
    /// <summary>The HTTP method, such as <c>PUT</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it was sent, with its question mark; empty without one.</summary>
    public required string Query { get; init; }

    /// <summary>The body as text; empty without one.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// Whether it came to <see cref="FakeNestServer.DataEndpoint"/> rather than to
    /// <see cref="FakeNestServer.Endpoint"/>.
    /// </summary>
    public required bool IsOnDataPort { get; init; }

    /// <summary>The <c>Host</c> header as it was sent, port included; empty without one.</summary>
    public required string Host { get; init; }

    /// <summary>Whether it was for an OAuth endpoint rather than for the data model.</summary>
    public required bool IsOAuth { get; init; }

    /// <summary>Whether it asked for an event stream.</summary>
    public required bool IsStream { get; init; }

    /// <summary>Whether it had a token that was valid at that time, in the header or as <c>?auth=</c>.</summary>
    public required bool IsAuthorized { get; init; }

    /// <summary>
    /// A label for its token, in the header or as <c>?auth=</c>: <c>token #1</c> is what
    /// <see cref="FakeNestServer.AccessToken"/> was at the start, further ones are numbered as they are issued;
    /// <c>foreign token #1</c> was not issued by the fake. Null without a token.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>The <c>Authorization</c> header, masked: <c>Bearer ***</c>; null without one.</summary>
    public string? Authorization { get; init; }

    /// <summary>When it arrived, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>
    /// A remark of the fake about the call, such as that it dropped a stream whose client did not read. Null for most
    /// calls.
    /// </summary>
    public string? Note { get; internal set; }

    /// <summary>Returns one line with method, path, port and token.</summary>
    public override string ToString() =>
        $"{Method} {Path}{Query} on the {(IsOnDataPort ? "data" : "front")} port{(IsStream ? ", a stream" : "")}, by {Token ?? "no token"}{(IsAuthorized ? "" : ", not authorized")}{(Note is null ? "" : $": {Note}")}";
}
