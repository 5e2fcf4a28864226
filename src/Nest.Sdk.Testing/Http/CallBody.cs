using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Nest.Sdk.Testing.Http;

/// <summary>The body of a call, as far as it was received.</summary>
internal sealed record CallBody(ReadOnlyMemory<byte> Bytes, int? BrokenBy)
{
    // A home with a thousand devices has about 2 MB.
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
    /// Disables the minimum data rates of Kestrel, which drops clients slower than 240 bytes per second for 5 s. A test
    /// may be that slow on purpose.
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
