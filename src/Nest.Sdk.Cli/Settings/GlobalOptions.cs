using System.CommandLine;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Endpoint = new("--endpoint") { Description = "The entry endpoint of the Nest service: https, or http to this machine. Default: the endpoint of the account. Environment: NEST_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> TokenEndpoint = new("--token-endpoint") { Description = "The endpoint that exchanges PINs for tokens. Environment: NEST_TOKEN_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> Account = new("--account") { Description = "The account whose stored token is used. Takes precedence over NEST_ACCESS_TOKEN. [default: default]", HelpName = "NAME", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Write machine-readable output, and nothing else, to standard output.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Write the log, and the stack trace of a failure, to standard error.", Recursive = true };

    public static IEnumerable<Option> All => [Endpoint, TokenEndpoint, Account, Json, Verbose];
}
