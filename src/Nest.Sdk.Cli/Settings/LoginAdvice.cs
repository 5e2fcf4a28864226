using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The command that authorizes an account, to copy. It ends its line, so that no other text runs into it.</summary>
internal static class LoginAdvice
{
    /// <param name="settings">The settings, with the options that the user gave.</param>
    /// <param name="kept">The stored token of the account. Null when it is missing.</param>
    /// <returns>"run: " and the command; it follows a comma or "or".</returns>
    public static string Of(ToolSettings settings, NestToken? kept = null)
    {
        var command = $"nest auth login{Account(settings)}{Option(settings.Endpoint)}{Option(settings.TokenEndpoint)}";
        return NeedsTokenEndpoint(settings, kept)
            ? $"replace URL with the token endpoint of that server and run: {command} --token-endpoint URL"
            : $"run: {command}";
    }

    /// <summary>The command that authorizes an account for Google's devices.</summary>
    /// <returns>"run: " and the command; it follows a comma or "or".</returns>
    public static string Of(GoogleSettings google)
    {
        var backend = google.Tool.IsBackendOption ? $" {GlobalOptions.Backend.Name} sdm" : "";
        var (project, subscription) = (Option(google.NamedProject), Option(google.NamedSubscription));
        return $"run: nest auth login{Account(google.Tool)}{backend}{project}{subscription}{Option(google.Endpoint)}{Option(google.Tool.TokenEndpoint)}";
    }

    /// <summary>The option that names the account. Empty for the default one.</summary>
    public static string Account(ToolSettings settings) => settings.Account == NestAccounts.Default ? "" : $" --account {ShellWord.Of(settings.Account)}";

    /// <summary>Whether a login for another server would send its PIN to Nest's own token endpoint.</summary>
    private static bool NeedsTokenEndpoint(ToolSettings settings, NestToken? kept)
    {
        if (settings.TokenEndpoint is not null)
            return false;
        var at = KeptToken.EndpointOf(kept);
        var endpoint = settings.Endpoint?.Uri ?? at;
        return !NestServers.Include(endpoint) && NestServers.Include(KeptToken.TokenEndpointOf(KeptToken.IsSame(endpoint, at) ? kept : null));
    }

    private static string Option(NamedText? named) => named?.Source.StartsWith('-') == true ? $" {named.Source} {ShellWord.Of(named.Text)}" : "";

    private static string Option(NamedAddress? named) => named?.Source.StartsWith('-') == true ? $" {named.Source} {ShellWord.Of(named.Uri.OriginalString)}" : "";
}
