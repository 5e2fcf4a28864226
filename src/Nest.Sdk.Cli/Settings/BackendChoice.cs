using System.CommandLine;
using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// Chooses the backend: the named one, else the one that the account was authorized for, else Google where a project is
/// set, else Works with Nest.
/// </summary>
internal static class BackendChoice
{
    public const string Variable = "NEST_BACKEND";

    /// <param name="parse">The command line.</param>
    /// <param name="settings">The settings, which name the account.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isOfAccount">
    /// Whether the command is about the account, as <c>nest auth login</c>. Otherwise a token of the environment may take
    /// its place.
    /// </param>
    /// <exception cref="UsageException">The environment names an unknown backend.</exception>
    public static async ValueTask<NestBackend> OfAsync(ParseResult parse, ToolSettings settings, INestTokenStore store, CancellationToken cancellationToken, bool isOfAccount = false)
    {
        if (Named(parse) is { } named)
            return named;
        var (hasProject, hasEndpoint) = (GoogleSettings.HasProject(parse), settings.Endpoint is not null);
        // A token of the environment is of the home that the settings beside it describe, whatever the account is.
        var isDescribed = !isOfAccount && settings.Token is not null && hasProject != hasEndpoint;
        if (!isDescribed && await KeptToken.TryReadAsync(store, settings, cancellationToken) is { } kept)
            return KeptToken.BackendOf(kept);
        return hasProject ? NestBackend.Sdm : NestBackend.Wwn;
    }

    /// <returns>The backend that an option or the environment names. Null when neither does.</returns>
    public static NestBackend? Named(ParseResult parse)
    {
        if ((parse.GetValue(GlobalOptions.Backend) ?? ToolSettings.Variable(Variable)) is not { } word)
            return null;
        var backend = NestBackend.From(word);
        return NestBackend.Known.Contains(backend)
            ? backend
            : throw new UsageException($"{Variable} is '{word}'. The values are wwn (Works with Nest) and sdm (Google).");
    }
}
