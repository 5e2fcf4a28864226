using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;
using WireMock;
using WireMock.Types;
using WireMock.Util;

namespace Nest.Sdk.Testing.Serving;

/// <summary>
/// WireMock answers the plain calls through a callback that sees its own picture of the request, with the path decoded and the body guessed
/// at; the call as it was read travels beside it.
/// </summary>
internal sealed class WireMockBridge(Func<FakeCall, FakeAnswer> answer)
{
    private readonly AsyncLocal<FakeCall?> _call = new();

    public Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        _call.Value = context.Features.Get<FakeCall>();
        // Everything is read already, and WireMock throws on some hosts and queries that a client may send.
        context.Request.Host = new HostString("127.0.0.1", context.Connection.LocalPort);
        context.Request.QueryString = QueryString.Empty;
        context.Request.Body = Stream.Null;
        return next(context);
    }

    public IResponseMessage Answer(IRequestMessage request)
    {
        var call = _call.Value ?? throw new InvalidOperationException($"No call was read for {request.Method}.");
        return Convert(answer(call));
    }

    private static ResponseMessage Convert(FakeAnswer answer)
    {
        var headers = answer.Headers.ToDictionary(header => header.Name, header => new WireMockList<string>(header.Value), StringComparer.OrdinalIgnoreCase);
        if (answer.Body.IsEmpty)
        {
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
