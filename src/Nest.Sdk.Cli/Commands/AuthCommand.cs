using System.CommandLine;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth</c>: how a token is got, kept and given back.</summary>
internal sealed class AuthCommand : Command
{
    public AuthCommand()
        : base("auth", "Get a token for a home, look at it, and give it back.")
    {
        Add(new AuthUrlCommand());
        Add(new AuthLoginCommand());
        Add(new AuthStatusCommand());
        Add(new AuthLogoutCommand());
    }
}
