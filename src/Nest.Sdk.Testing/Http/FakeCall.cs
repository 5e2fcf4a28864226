using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Http;

/// <summary>A request that was read completely.</summary>
internal sealed class FakeCall
{
    private FakeCall(HttpRequest request, string target, CallBody body, bool isFront, ServiceDialect dialect)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        Method = request.Method;
        Target = target;
        RawPath = query < 0 ? target : target[..query];
        (Body, BrokenBy) = (body.Bytes, body.BrokenBy);
        IsFront = isFront;
        IsOAuth = isFront && dialect.OwnsOAuth(RawPath);
        Path = DocumentPath.Parse(RawPath);
        Host = request.Headers.Host.ToString();
        Query = request.Query;
        ContentType = request.ContentType;
        AuthorizationHeader = request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null;
        Token = ReadToken(AuthorizationHeader, dialect.TokenParameter is { } name ? Query[name].ToString() : "");
        IsStream = dialect.HasStreams && HttpMethods.IsGet(Method) && !IsOAuth && request.GetTypedHeaders().Accept.Any(IsEventStream);
    }

    public string Method { get; }

    /// <summary>The path and query as received.</summary>
    public string Target { get; }

    public string RawPath { get; }

    public string Host { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>
    /// The status for a body that is too long, truncated, or badly chunked. Null for a complete body.
    /// </summary>
    public int? BrokenBy { get; }

    public bool IsFront { get; }

    public bool IsOAuth { get; }

    public bool IsStream { get; }

    public DocumentPath Path { get; }

    public IQueryCollection Query { get; }

    public string? ContentType { get; }

    public string? AuthorizationHeader { get; }

    /// <summary>
    /// The token from the header, otherwise from the query if the service allows it. See
    /// docs/protocol/works-with-nest.md#hosts-headers-formats.
    /// </summary>
    public string? Token { get; }

    /// <summary>
    /// The refusal that a gate decided on when the call arrived. Null for a gate that decides when it answers, and for
    /// a call that is not refused.
    /// </summary>
    public FakeAnswer? Refusal { get; set; }

    public bool IsRead => HttpMethods.IsGet(Method) || HttpMethods.IsHead(Method);

    public bool IsWrite => HttpMethods.IsPut(Method) || HttpMethods.IsPatch(Method);

    /// <summary>
    /// Whether the call adds a room, the only POST of the data model. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    public bool AddsRoom => HttpMethods.IsPost(Method) && Path.Segments is ["structures", _, "wheres"];

    public static async Task<FakeCall> ReadAsync(HttpContext context, bool isFront, ServiceDialect dialect, CancellationToken ending)
    {
        var body = await CallBody.ReadAsync(context, ending).ConfigureAwait(false);
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        // For an absolute URI or '*', the path of ASP.NET is used.
        var target = raw is ['/', ..] ? raw : context.Request.GetEncodedPathAndQuery();
        return new FakeCall(context.Request, target, body, isFront, dialect);
    }

    private static bool IsEventStream(Microsoft.Net.Http.Headers.MediaTypeHeaderValue accepted) =>
        accepted.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0;

    private static string? ReadToken(string? header, string query)
    {
        if (header is null)
            return query.Length > 0 ? query : null;

        return AuthenticationHeaderValue.TryParse(header, out var value) && string.Equals(value.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? value.Parameter
            : null;
    }
}
