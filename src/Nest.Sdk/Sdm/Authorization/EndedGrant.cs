using System.Globalization;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Explains why Google no longer accepts a refresh token, by the age of the grant. Google gives one message for all
/// causes. See docs/protocol/smart-device-management.md#token-lifetimes.
/// </summary>
internal static class EndedGrant
{
    private const string Publish = "publish the app: in the Google Cloud console open APIs & Services, OAuth consent screen, Audience, and press Publish app (publishing status In production; personal use needs no verification). Then ask the user to authorize again.";

    /// <summary>Grants of an app in testing end after 7 days. The range covers clocks, and programs that notice later.</summary>
    private static readonly TimeSpan TestingFrom = TimeSpan.FromDays(6.5);
    private static readonly TimeSpan TestingTo = TimeSpan.FromDays(8);

    /// <summary>Google says six months. The shortest six months are used.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromDays(181);

    /// <param name="grant">What is known of the grant.</param>
    /// <param name="now">The time of the refusal by the server's clock.</param>
    public static string Explain(NestToken grant, DateTimeOffset now)
    {
        if (now - grant.GrantedAt is { } age && age >= TestingFrom && age <= TestingTo)
            return $"Google no longer accepts the refresh token, {Days(age)} after it was granted. The OAuth consent screen is in publishing status \"Testing\", whose refresh tokens expire after 7 days. To end that, {Publish}";
        if (now - (grant.RefreshedAt ?? grant.GrantedAt) is { } idle && idle >= Unused)
            return $"Google no longer accepts the refresh token, because it was not used for {Days(idle)}: Google ends an authorization that was not used for 6 months. Ask the user to authorize again, and run the program at least every few months.";
        return $"Google no longer accepts the refresh token. {Age(grant, now)} Possible causes: the user removed the access in the Google account or on the Nest page; the password was changed; the consent screen is in publishing status \"Testing\", whose refresh tokens expire after 7 days; the token was not used for 6 months; or newer authorizations of the same user and client replaced it. Ask the user to authorize again. If it ends again after 7 days, {Publish}";
    }

    private static string Age(NestToken grant, DateTimeOffset now) => now - grant.GrantedAt is { } age && age >= TimeSpan.Zero
        ? $"It was granted {Days(age)} ago{(now - grant.RefreshedAt is { } idle && idle >= TimeSpan.Zero ? $" and last used {Days(idle)} ago" : "")}."
        : "The age of the authorization is unknown.";

    private static string Days(TimeSpan time) => time < TimeSpan.FromDays(1)
        ? "less than a day"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalDays * 10) / 10:0.#} days");
}
