using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Http;

/// <summary>Writes the responses that WireMock does not write.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpResponse response, FakeAnswer answer)
    {
        SetHeaders(response, answer);
        if (!answer.Body.IsEmpty)
            await response.Body.WriteAsync(answer.Body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    public static void SetHeaders(HttpResponse response, FakeAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;

        if (!answer.Body.IsEmpty)
            response.ContentType = answer.ContentType;

        // Of the statuses used here, only 204 has no Content-Length.
        response.ContentLength = answer.Status == StatusCodes.Status204NoContent ? null : answer.Body.Length;
    }
}
