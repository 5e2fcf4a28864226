namespace Nest.Sdk.Cli.Settings;

/// <summary>Nest's own servers, which were switched off.</summary>
internal static class NestServers
{
    public const string SwitchedOffOn = "2023-09-29";

    private const string Domain = "nest.com";

    /// <returns>
    /// That the servers were switched off, and what works instead. Null when none of the addresses is one of Nest's
    /// own.
    /// </returns>
    public static string? Advice(params ReadOnlySpan<Uri> addresses)
    {
        foreach (var address in addresses)
        {
            if (Include(address))
                return $"Nest switched its own servers ({address.IdnHost}) off on {SwitchedOffOn}. Run 'nest fake' for a home on this machine, or name a server of your own (--endpoint and NEST_ENDPOINT; for 'nest auth' also NEST_TOKEN_ENDPOINT and NEST_AUTHORIZATION_ENDPOINT).";
        }

        return null;
    }

    /// <summary>Whether an address is one of Nest's own.</summary>
    public static bool Include(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        return host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);
    }
}
