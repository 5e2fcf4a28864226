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
/// Passes plain calls to WireMock. Mappings of the test come first. The mapping with the lowest priority returns the
/// fake's responses. Its callback receives WireMock's form of the request. The original call is passed separately.
/// </summary>
internal sealed class WireMockBridge(Func<FakeCall, HttpRequest, ValueTask<FakeAnswer>> answer)
{
    private static readonly Guid OwnMapping = new("4f3c3a86-6f0e-4d65-9a4f-5d1b2d6f0b11");

    private readonly AsyncLocal<(FakeCall Call, HttpRequest Request)?> _current = new();
    private WireMockServer? _server;

    /// <summary>Attaches the bridge to its server.</summary>
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
            // WireMock cannot read every host and query that a client may send. A mapping of the test cannot match such a call.
            Simplify(context);
            await next(context).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Restores the mapping of the fake after a reset of WireMock. Returns whether the test has mappings.
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
        server.Given(Request.Create()).WithGuid(OwnMapping).AtPriority(int.MaxValue).RespondWith(Response.Create().WithCallback(AnswerAsync));

    private async Task<IResponseMessage> AnswerAsync(IRequestMessage request)
    {
        var (call, http) = _current.Value ?? throw new InvalidOperationException($"No call was read for {request.Method}.");
        return Convert(await answer(call, http).ConfigureAwait(false));
    }

    /// <summary>Simplifies the request for WireMock. The call has already been read.</summary>
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
            // Of the statuses used here, only 204 has no Content-Length. The response to a HEAD needs it set here.
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
