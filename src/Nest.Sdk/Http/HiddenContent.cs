using System.Net;

namespace Nest.Sdk.Http;

/// <summary>The body of a response, which reads as a mask. <see cref="Reveal"/> returns the real one.</summary>
internal sealed class HiddenContent(HttpContent content) : HttpContent
{
    private static readonly byte[] Mask = [.. "***"u8];

    /// <summary>Gets the real body, which is disposed with the response.</summary>
    /// <exception cref="NestConnectionException">A handler of the host replaced the body.</exception>
    public static HttpContent Reveal(HttpResponseMessage response) => response.Content is HiddenContent hidden
        ? hidden.Content
        : throw new NestConnectionException("A handler of the host replaced the response of the token endpoint, so the token cannot be read. Return the response of the inner handler unchanged.");

    private HttpContent Content { get; } = content;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Mask).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Mask.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Content.Dispose();
        base.Dispose(disposing);
    }
}
