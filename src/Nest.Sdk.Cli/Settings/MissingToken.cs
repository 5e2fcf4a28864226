using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The errors for an account without a token that fits, with the command that gets one.</summary>
internal static class MissingToken
{
    public static async Task<NestAuthorizationException> OfAsync(INestTokenStore store, ToolSettings settings, CancellationToken cancellationToken)
    {
        var gone = settings.EndpointAdvice is { } servers ? $"{servers} Such a server needs a token too. " : "";
        return Of($"{await FactAsync(store, settings, cancellationToken)} {gone}{Advice(settings, ToolSettings.TokenVariable, settings.HasTokenVariable)} {LoginAdvice.Of(settings)}");
    }

    public static async Task<NestAuthorizationException> OfAsync(INestTokenStore store, GoogleSettings google, CancellationToken cancellationToken)
    {
        var advice = Advice(google.Tool, ToolSettings.RefreshTokenVariable, ToolSettings.Variable(ToolSettings.RefreshTokenVariable) is not null);
        return Of($"{await FactAsync(store, google.Tool, cancellationToken)} {advice} {LoginAdvice.Of(google)}");
    }

    /// <summary>The error for an account of Works with Nest where one of Google is needed.</summary>
    public static NestAuthorizationException OfOtherBackend(GoogleSettings google) =>
        Of($"The account '{google.Tool.Account}' was authorized for Works with Nest, not for Google's devices. Its token was not sent. To authorize it for Google instead, {LoginAdvice.Of(google)}");

    /// <summary>The error for an account of Google where one of Works with Nest is needed.</summary>
    public static NestAuthorizationException OfOtherBackend(ToolSettings settings) =>
        Of($"The account '{settings.Account}' was authorized for Google's devices, not for Works with Nest. Its token was not sent. Use --backend sdm, or to authorize it for Works with Nest instead, {LoginAdvice.Of(settings)}");

    private static async Task<string> FactAsync(INestTokenStore store, ToolSettings settings, CancellationToken cancellationToken)
    {
        var near = settings.IsAccountGiven ? NearWord.Of(settings.Account, await store.GetAccountsAsync(cancellationToken)) : null;
        return near is null ? $"No token is stored for the account '{settings.Account}'." : $"No account '{settings.Account}'. Did you mean '{near}'?";
    }

    /// <summary>A named account never uses the variable.</summary>
    private static string Advice(ToolSettings settings, string variable, bool isSet) => settings.IsAccountGiven
        ? isSet ? $"{variable} is ignored because of --account. Leave --account out to use the variable, or" : "To get a token,"
        : $"Set {variable}, or";

    private static NestAuthorizationException Of(string text) => new(text) { Failure = NestAuthorizationFailure.Missing };
}
