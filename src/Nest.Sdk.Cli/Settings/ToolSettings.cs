using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The endpoints and the account: options take precedence over the environment, and both over the values stored with
/// the account (see <see cref="KeptToken"/>).
/// </summary>
internal sealed class ToolSettings
{
    public const string TokenVariable = "NEST_ACCESS_TOKEN";
    public const string RefreshTokenVariable = "NEST_REFRESH_TOKEN";
    public const string TokenEndpointVariable = "NEST_TOKEN_ENDPOINT";
    public const string ClientIdVariable = "NEST_CLIENT_ID";
    public const string ClientSecretVariable = "NEST_CLIENT_SECRET";

    private ToolSettings()
    {
    }

    /// <summary>The endpoint that an option or the environment names. Null when neither does.</summary>
    public NamedAddress? Endpoint { get; private init; }

    /// <summary>The token endpoint that an option or the environment names. Null when neither does.</summary>
    public NamedAddress? TokenEndpoint { get; private init; }

    /// <summary>
    /// That the entry endpoint is one of Nest's own, which were switched off, and what works instead. Null with another
    /// endpoint.
    /// </summary>
    public string? EndpointAdvice => NestServers.Advice(Endpoint?.Uri ?? DefaultEndpoint);

    /// <summary>The endpoint of an account without a stored one.</summary>
    public static Uri DefaultEndpoint => new WwnOptions().Endpoint;

    /// <summary>The token endpoint of an account without a stored one.</summary>
    public static Uri DefaultTokenEndpoint => new WwnAuthorizationOptions().TokenEndpoint;

    public required string Account { get; init; }

    /// <summary>Whether the user named the account.</summary>
    public bool IsAccountGiven { get; private init; }

    /// <summary>Whether an option names the backend.</summary>
    public bool IsBackendOption { get; private init; }

    /// <summary>
    /// The token of the environment. Null when the environment has none, or the user named an account.
    /// </summary>
    public AccessToken? Token { get; private init; }

    /// <summary>Whether the environment has a token, used or not.</summary>
    public bool HasTokenVariable { get; private init; }

    public string? ClientId { get; private init; }

    public ClientSecret? ClientSecret { get; private init; }

    /// <summary>The variables with tokens that a named account takes the place of, and their verb. Empty without one.</summary>
    public string IgnoredTokens(NestBackend backend)
    {
        var hasRefresh = backend == NestBackend.Sdm && Variable(RefreshTokenVariable) is not null;
        return (HasTokenVariable, hasRefresh) switch
        {
            (true, true) => $"{TokenVariable} and {RefreshTokenVariable} are",
            (true, false) => $"{TokenVariable} is",
            (false, true) => $"{RefreshTokenVariable} is",
            _ => "",
        };
    }

    /// <exception cref="UsageException">A value is invalid.</exception>
    public static ToolSettings Read(ParseResult parse, SecretMask mask)
    {
        var token = Variable(TokenVariable);
        var secret = Variable(ClientSecretVariable);
        mask.Add(token);
        mask.Add(Variable(RefreshTokenVariable));
        mask.Add(secret);
        var account = parse.GetValue(GlobalOptions.Account);
        if (account is not null && string.IsNullOrWhiteSpace(account))
            throw new UsageException($"--account is empty. Name an account, or leave --account out for the account '{NestAccounts.Default}'.");
        return new ToolSettings
        {
            Endpoint = Named(parse, GlobalOptions.Endpoint, "NEST_ENDPOINT"),
            TokenEndpoint = Named(parse, GlobalOptions.TokenEndpoint, TokenEndpointVariable),
            Account = account ?? NestAccounts.Default,
            IsAccountGiven = account is not null,
            IsBackendOption = parse.GetValue(GlobalOptions.Backend) is not null,
            HasTokenVariable = token is not null,
            // The token of one home must never reach the home of a named account.
            Token = token is null || account is not null ? null : TokenOf(token),
            ClientId = Variable(ClientIdVariable),
            ClientSecret = secret is null ? null : ClientSecret.TryParse(secret, out var kept) ? kept : throw Unusable(ClientSecretVariable),
        };
    }

    /// <returns>The refresh token of the environment. Null when it has none.</returns>
    /// <exception cref="UsageException">The value is not a token.</exception>
    public static RefreshToken? RefreshTokenOfEnvironment() =>
        Variable(RefreshTokenVariable) is not { } text ? null : RefreshToken.TryParse(text, out var token) ? token : throw Unusable(RefreshTokenVariable);

    /// <returns>The address that an option or the environment names. Null when neither does.</returns>
    /// <exception cref="UsageException">The value is not an address that secrets may be sent to.</exception>
    public static NamedAddress? Named(ParseResult parse, Option<string?> option, string variable) =>
        Address(option.Name, parse.GetValue(option)) is { } given ? new NamedAddress(option.Name, given)
        : Address(variable, Variable(variable)) is { } set ? new NamedAddress(variable, set)
        : null;

    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <param name="name">The option or the environment variable.</param>
    /// <param name="text">Its value.</param>
    /// <exception cref="UsageException">The value is not an address that secrets may be sent to.</exception>
    public static Uri? Address(string name, string? text) => text is null ? null : EndpointRule.Parse(name, text);

    /// <summary>The library says what is wrong with a token, without quoting it.</summary>
    private static AccessToken TokenOf(string text)
    {
        try
        {
            return AccessToken.Parse(text);
        }
        catch (ArgumentException error)
        {
            // .NET adds the name of the parameter.
            throw new UsageException($"{TokenVariable}: {error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal)}");
        }
    }

    private static UsageException Unusable(string variable) => new($"{variable} holds characters that cannot be part of it. Copy it again, whole.");
}
