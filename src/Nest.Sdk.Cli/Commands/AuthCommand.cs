using System.CommandLine;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth</c>: gets, shows and revokes a token.</summary>
internal sealed class AuthCommand : Command
{
    public AuthCommand()
        : base("auth", "Get, show and revoke the token of a home.")
    {
        Add(new AuthUrlCommand());
        Add(new AuthLoginCommand());
        Add(new AuthStatusCommand());
        Add(new AuthLogoutCommand());
    }
}
