namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Converts an error in the redirect of the consent page into an exception with the remedy.</summary>
internal static class ConsentErrors
{
    public static bool IsDeclined(string? error) => string.Equals(error, "access_denied", StringComparison.OrdinalIgnoreCase);

    /// <param name="error">The error code, without secrets.</param>
    /// <param name="description">The page's message, without secrets. Null when the page does not give one.</param>
    public static NestAuthorizationException Of(string? error, string? description)
    {
        var words = $" The page says: \"{description ?? error}\".";
        return IsDeclined(error)
            ? new($"The user declined on the consent page. Nothing was connected. Ask again if that was a mistake.{words}") { Failure = NestAuthorizationFailure.ConsentDenied }
            : new($"The consent page reports an error. Check ClientId and RedirectUri, and ask the user to authorize again.{words}");
    }
}
