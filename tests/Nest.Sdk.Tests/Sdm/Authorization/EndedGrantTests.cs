using Nest.Sdk.Sdm.Authorization;

namespace Nest.Sdk.Tests.Sdm.Authorization;

public class EndedGrantTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(6.5, "6.5 days")]
    [InlineData(7, "7 days")]
    [InlineData(7.01, "7 days")]
    [InlineData(8, "8 days")]
    public void A_grant_that_ends_after_seven_days_was_made_in_testing(double days, string age)
    {
        var text = Explain(days, 0.1);

        Assert.StartsWith($"Google no longer accepts the refresh token, {age} after it was granted. The OAuth consent screen is in publishing status \"Testing\", whose refresh tokens expire after 7 days.", text, StringComparison.Ordinal);
        Assert.Contains("press Publish app", text, StringComparison.Ordinal);
        Assert.EndsWith("Then ask the user to authorize again.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 181.0, "181 days")]
    [InlineData(200, null, "200 days")]
    public void A_grant_that_was_not_used_for_six_months_is_named(double days, double? idle, string text) =>
        Assert.StartsWith($"Google no longer accepts the refresh token, because it was not used for {text}: Google ends an authorization that was not used for 6 months.", Explain(days, idle), StringComparison.Ordinal);

    [Theory]
    [InlineData(6.4, 0.5, "It was granted 6.4 days ago and last used less than a day ago.")]
    [InlineData(8.1, 1.2, "It was granted 8.1 days ago and last used 1.2 days ago.")]
    [InlineData(400.0, 180.0, "It was granted 400 days ago and last used 180 days ago.")]
    [InlineData(0.5, null, "It was granted less than a day ago.")]
    [InlineData(-2.0, null, "The age of the authorization is unknown.")]
    [InlineData(null, null, "The age of the authorization is unknown.")]
    [InlineData(null, 0.5, "The age of the authorization is unknown.")]
    public void Otherwise_the_causes_are_listed_with_what_is_known(double? days, double? idle, string known)
    {
        var text = Explain(days, idle);

        Assert.StartsWith($"Google no longer accepts the refresh token. {known} Possible causes: ", text, StringComparison.Ordinal);
        Assert.Contains("removed the access in the Google account", text, StringComparison.Ordinal);
        Assert.Contains("publishing status \"Testing\", whose refresh tokens expire after 7 days", text, StringComparison.Ordinal);
    }

    private static string Explain(double? granted, double? used) => EndedGrant.Explain(new NestToken { RefreshToken = "1//0x", GrantedAt = Before(granted), RefreshedAt = Before(used) }, Now);

    private static DateTimeOffset? Before(double? days) => days is { } time ? Now - TimeSpan.FromDays(time) : null;
}
