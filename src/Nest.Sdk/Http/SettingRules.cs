namespace Nest.Sdk.Http;

/// <summary>What holds for the addresses and time limits of every kind of options; each message states the value and the fix.</summary>
internal static class SettingRules
{
    /// <summary>An address that secrets are sent to.</summary>
    /// <param name="name">The option.</param>
    /// <param name="address">Its value.</param>
    /// <param name="example">How to write it.</param>
    /// <param name="advice">Where that goes which does not belong into it.</param>
    public static IEnumerable<string> Endpoint(string name, Uri? address, string example, string advice)
    {
        if (address is not { IsAbsoluteUri: true })
            yield return $"{name} is '{address}', which is no absolute address. Write it like {example}.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return $"{name} on {address.Host} has a user, a query or a fragment. Leave them out: {advice}.";
        else if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            yield return $"{name} is '{address}', which is no web address. Write it like {example}.";
        else if (address.Scheme != Uri.UriSchemeHttps && !ThisMachine.IsAt(address))
            yield return $"{name} is '{address}', which would send the token in the clear. Use https; plain http goes to this machine only: localhost, 127.0.0.1 or [::1].";
    }

    /// <summary>A time limit.</summary>
    public static IEnumerable<string> Positive(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            yield return $"{name} is {value}, which is no waiting time. Use more than zero, or Timeout.InfiniteTimeSpan to wait for ever.";
    }
}
