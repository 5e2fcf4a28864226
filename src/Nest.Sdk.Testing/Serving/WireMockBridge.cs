using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nest.Sdk.Testing.Http;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace Nest.Sdk.Testing.Serving;

/// <summary>
/// Hands plain calls to WireMock: mappings of the test answer first, and the fake's own answers are the mapping behind
/// all others. Its callback sees WireMock's picture of the request; the call as it was read travels beside it.
/// </summary>
internal sealed class WireMockBridge(Func<FakeCall, HttpRequest, FakeAnswer> answer)
{
    private static readonly Guid OwnMapping = new("4f3c3a86-6f0e-4d65-9a4f-5d1b2d6f0b11");

    private readonly AsyncLocal<(FakeCall Call, HttpRequest Request)?> _current = new();
    private WireMockServer? _server;

    /// <summary>The server that it stands in front of.</summary>
    public void Attach(WireMockServer server)
    {
        _server = server;
        AddOwnMapping(server);
    }

    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        var call = context.Features.GetRequiredFeature<FakeCall>();
        _current.Value = (call, context.Request);
        if (!PrepareMappings())
        {
            Simplify(context);
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Request.Body = new MemoryStream(call.Body.ToArray());
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (!context.Response.HasStarted && error is not (OperationCanceledException or IOException))
        {
            // WireMock cannot read every host and query that a client may send, so no mapping of the test can mean this one.
            Simplify(context);
            await next(context).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Puts the fake's own mapping back when a reset of WireMock has removed it; returns whether the test has mappings.
    /// </summary>
    private bool PrepareMappings()
    {
        if (_server is not { } server)
            return false;
        var mappings = server.Mappings;
        if (mappings.Any(mapping => mapping.Guid == OwnMapping))
            return mappings.Count > 1;
        AddOwnMapping(server);
        return mappings.Count > 0;
    }

    private void AddOwnMapping(WireMockServer server) =>
        server.Given(Request.Create()).WithGuid(OwnMapping).AtPriority(int.MaxValue).RespondWith(Response.Create().WithCallback(Answer));

    private ResponseMessage Answer(IRequestMessage request)
    {
        var (call, http) = _current.Value ?? throw new InvalidOperationException($"No call was read for {request.Method}.");
        return Convert(answer(call, http));
    }

    /// <summary>Leaves WireMock nothing to read: the call has been read.</summary>
    private static void Simplify(HttpContext context)
    {
        context.Request.Host = new HostString("127.0.0.1", context.Connection.LocalPort);
        context.Request.QueryString = QueryString.Empty;
        context.Request.Body = Stream.Null;
    }

    private static ResponseMessage Convert(FakeAnswer answer)
    {
        var headers = answer.Headers.ToDictionary(header => header.Name, header => new WireMockList<string>(header.Value), StringComparer.OrdinalIgnoreCase);
        if (answer.Body.IsEmpty)
        {
            // 204 is the one status here that HTTP lets have no length; without this the answer to a HEAD would have none.
            if (answer.Status != StatusCodes.Status204NoContent)
                headers["Content-Length"] = new WireMockList<string>("0");
            return new ResponseMessage { StatusCode = answer.Status, Headers = headers };
        }

        headers["Content-Type"] = new WireMockList<string>(answer.ContentType);
        return new ResponseMessage
        {
            StatusCode = answer.Status,
            Headers = headers,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = answer.Body.ToArray() },
        };
    }
}
