using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>Validates the options of Works with Nest.</summary>
internal static class WwnOptionsRules
{
    public static IEnumerable<string> Failures(WwnOptions options) =>
    [
        .. SettingRules.Endpoint("Wwn.Endpoint", options.Endpoint, "https://developer-api.nest.com/", $"the token goes into Wwn.{nameof(WwnOptions.AccessToken)}"),
        .. options.AllowedHosts.SelectMany(Host),
        .. Token(options),
        .. SettingRules.Positive("Wwn.IdleTimeout", options.IdleTimeout),
        .. SettingRules.Positive("Wwn.FirstDocumentTimeout", options.FirstDocumentTimeout ?? Timeout.InfiniteTimeSpan),
    ];

    private static IEnumerable<string> Token(WwnOptions options)
    {
        if (options is { AccessToken: null, AccessTokenSource: null })
            yield return "Wwn.AccessToken is not set. Set it to the token of the home, or set Wwn.AccessTokenSource. Do not store the token in source code.";
        else if (options is { AccessToken: not null, AccessTokenSource: not null })
            yield return "Wwn.AccessToken and Wwn.AccessTokenSource are both set. Set only one of them.";
    }

    private static IEnumerable<string> Host(string host)
    {
        if (AllowedHost.Spell(host) is null)
            yield return $"Wwn.AllowedHosts contains '{host}', which is not a host name. Write it like data.example.com or *.example.com, without scheme, port or path.";
    }
}
