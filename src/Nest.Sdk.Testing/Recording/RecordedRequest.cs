namespace Nest.Sdk.Testing;

/// <summary>
/// A request that the fake received. Tokens, client secret, PINs and codes are masked as <c>***</c>, in any escaping.
/// </summary>
public sealed record RecordedRequest
{
    /// <summary>The HTTP method, such as <c>PUT</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as sent, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, including the question mark. Empty without a query.</summary>
    public required string Query { get; init; }

    /// <summary>The body as text. Empty without a body.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// Whether it was sent to <see cref="FakeNestServer.DataEndpoint"/> rather than to
    /// <see cref="FakeNestServer.Endpoint"/>. Always false for <see cref="FakeGoogle"/>, which has one port.
    /// </summary>
    public required bool IsOnDataPort { get; init; }

    /// <summary>The <c>Host</c> header as sent, including the port. Empty without the header.</summary>
    public required string Host { get; init; }

    /// <summary>Whether it was a call to an OAuth endpoint rather than to the data model.</summary>
    public required bool IsOAuth { get; init; }

    /// <summary>Whether it requested an event stream.</summary>
    public required bool IsStream { get; init; }

    /// <summary>Whether it had a token, in the header or as <c>?auth=</c>, that was valid at that time.</summary>
    public required bool IsAuthorized { get; init; }

    /// <summary>
    /// A label for its token, in the header or as <c>?auth=</c>. <c>token #1</c> is the initial
    /// <see cref="FakeNestServer.AccessToken"/>. Further tokens are numbered in order of issue. <c>foreign token #1</c>
    /// was not issued by the fake. Null without a token.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>The <c>Authorization</c> header, masked: <c>Bearer ***</c>. Null without the header.</summary>
    public string? Authorization { get; init; }

    /// <summary>When it arrived, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>
    /// A note by the fake about the call, such as that it reset a stream whose client did not read. Null for most
    /// calls.
    /// </summary>
    public string? Note { get; internal set; }

    /// <summary>Returns one line with method, path, port and token.</summary>
    public override string ToString() =>
        $"{Method} {Path}{Query} on the {(IsOnDataPort ? "data" : "front")} port{(IsStream ? ", a stream" : "")}, by {Token ?? "no token"}{(IsAuthorized ? "" : ", not authorized")}{(Note is null ? "" : $": {Note}")}";
}
