using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Reads the lifetime of an access token, <c>expires_in</c>.</summary>
internal static class TokenLifetime
{
    /// <param name="body">The response with the token.</param>
    /// <param name="from">The time at which the lifetime begins.</param>
    /// <returns>
    /// The lifetime. Null when it is missing, invalid or not positive, or ends beyond the calendar: then the token does
    /// not expire.
    /// </returns>
    public static TimeSpan? Read(JsonElement body, DateTimeOffset from) =>
        body.TryGetProperty("expires_in", out var value) && double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            && seconds < (DateTimeOffset.MaxValue - from).TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
