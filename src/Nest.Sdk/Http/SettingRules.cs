namespace Nest.Sdk.Http;

/// <summary>Validates the addresses and timeouts of all options. Each message states the value and the fix.</summary>
internal static class SettingRules
{
    /// <summary>Validates an address that secrets are sent to.</summary>
    /// <param name="name">The option.</param>
    /// <param name="address">Its value.</param>
    /// <param name="example">An example of a valid value.</param>
    /// <param name="advice">The right option for the parts that do not belong in the address.</param>
    public static IEnumerable<string> Endpoint(string name, Uri? address, string example, string advice)
    {
        if (address is not { IsAbsoluteUri: true })
            yield return $"{name} is '{address}', which is not an absolute URI. Write it like {example}.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return $"{name} on {address.Host} has a user, a query or a fragment. Remove them: {advice}.";
        else if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            yield return $"{name} is '{address}', which is not an HTTP address. Write it like {example}.";
        else if (address.Scheme != Uri.UriSchemeHttps && !LoopbackAddress.Matches(address))
            yield return $"{name} is '{address}', which would send the token in plain text. Use https. Plain http is allowed for this machine only: localhost, 127.0.0.1 or [::1].";
    }

    /// <summary>Validates a timeout.</summary>
    public static IEnumerable<string> Positive(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            yield return $"{name} is {value}, which is not a valid timeout. Use more than zero, or Timeout.InfiniteTimeSpan to wait indefinitely.";
    }
}
