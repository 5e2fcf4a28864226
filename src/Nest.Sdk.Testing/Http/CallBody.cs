using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Nest.Sdk.Testing.Http;

/// <summary>The body of a call as far as it arrived.</summary>
internal sealed record CallBody(ReadOnlyMemory<byte> Bytes, int? BrokenBy)
{
    // A whole home of a thousand devices has two megabytes.
    private const int Longest = 16 << 20;

    public static async Task<CallBody> ReadAsync(HttpContext context, CancellationToken ending)
    {
        DisableMinimumDataRates(context.Features);
        var body = new MemoryStream();
        await using (body.ConfigureAwait(false))
        {
            int? brokenBy = null;
            try
            {
                await context.Request.Body.CopyToAsync(body, ending).ConfigureAwait(false);
            }
            catch (BadHttpRequestException bad)
            {
                brokenBy = bad.StatusCode;
            }

            return new CallBody(body.ToArray(), brokenBy);
        }
    }

    /// <summary>
    /// Kestrel drops a client that sends or reads slower than 240 bytes a second for 5 s; a test may do that on
    /// purpose.
    /// </summary>
    private static void DisableMinimumDataRates(IFeatureCollection features)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Longest;

        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } sending)
            sending.MinDataRate = null;

        if (features.Get<IHttpMinResponseDataRateFeature>() is { } reading)
            reading.MinDataRate = null;
    }
}
