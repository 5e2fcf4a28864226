using System.CommandLine;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Endpoint = new("--endpoint") { Description = "The front door of the Nest service: https, or http to this machine. Environment: NEST_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> TokenEndpoint = new("--token-endpoint") { Description = "Where PINs become tokens. Environment: NEST_TOKEN_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> Account = new("--account") { Description = "Whose kept token to use, when several homes are kept side by side. Goes before NEST_ACCESS_TOKEN. [default: default]", HelpName = "NAME", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Machine output on standard output, and nothing else there.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Tell on standard error what happens, and the whole story of a failure.", Recursive = true };

    public static IEnumerable<Option> All => [Endpoint, TokenEndpoint, Account, Json, Verbose];
}
