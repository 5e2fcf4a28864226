using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// The headers that every response of Google has: <c>Date</c> by the clock of the fake, shifted by an offset, and
/// <c>Server</c>. See docs/protocol/smart-device-management.md#hosts-headers-formats.
/// </summary>
internal sealed class GoogleHeaders(TimeProvider time)
{
    private long _offsetTicks;

    /// <summary>The shift of the <c>Date</c> header. Default: zero.</summary>
    public TimeSpan DateOffset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            // WireMock has already set the date of the system clock.
            context.Response.Headers.Date = (time.GetUtcNow() + DateOffset).ToString("R", CultureInfo.InvariantCulture);
            context.Response.Headers.Server = "ESF";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
