using System.Net;
using Nest.Sdk.Sdm.Authorization;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>What users of other clients report about tokens. See docs/protocol/smart-device-management.md#set-up-in-the-field.</summary>
public class TokensInTheFieldTests
{
    private readonly MemoryTokenStore _store = new();

    /// <summary>homebridge-google-nest-sdm 196 and 60, home-assistant/core 94477 and 98390.</summary>
    [Fact]
    public async Task It_works_for_seven_days_and_the_error_says_why()
    {
        var rig = new TokenRig(_store);
        await _store.SaveAsync("cabin", new NestToken { RefreshToken = TokenRig.Refresh, GrantedAt = rig.Time.GetUtcNow() });
        for (var day = 0; day < 7; day++)
        {
            await rig.GetAsync();
            rig.Time.Advance(TimeSpan.FromDays(1));
        }

        rig.Server.Refuse("invalid_grant");
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(rig.GetAsync);

        Assert.Equal(NestAuthorizationFailure.Revoked, error.Failure);
        Assert.Contains("7 days after it was granted. The OAuth consent screen is in publishing status \"Testing\"", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The server says: \"Token has been expired or revoked.\".", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A token of the environment has no age.</summary>
    [Fact]
    public async Task A_token_from_the_settings_says_that_its_age_is_unknown()
    {
        var rig = new TokenRig();
        rig.Server.Refuse("invalid_grant");

        Assert.Contains("The age of the authorization is unknown.", (await Assert.ThrowsAsync<NestAuthorizationException>(rig.GetAsync)).Message, StringComparison.Ordinal);
    }

    /// <summary>homebridge-google-nest-sdm 213: "Premature close".</summary>
    [Fact]
    public async Task An_answer_that_breaks_off_is_no_reason_to_log_in()
    {
        var rig = new TokenRig();
        rig.Server.Then(() => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Broken()) }));

        Assert.True((await Assert.ThrowsAsync<NestConnectionException>(rig.GetAsync)).IsTransient);
        Assert.Equal("ya29.ACCESS-2", await rig.GetAsync());
    }

    /// <summary>No connection, or one that is reset.</summary>
    [Fact]
    public async Task A_network_that_is_down_is_no_reason_to_log_in()
    {
        var rig = new TokenRig();
        rig.Server.Fail(new HttpRequestException(HttpRequestError.NameResolutionError, "oauth2.example"));

        Assert.True((await Assert.ThrowsAsync<NestConnectionException>(rig.GetAsync)).IsTransient);
    }

    /// <summary>home-assistant/core 44584 and 42412: a 401 each hour, and a token that was asked for only once.</summary>
    [Fact]
    public async Task A_401_at_the_hour_is_one_silent_repetition_and_every_call_asks_for_the_token()
    {
        var rig = new TokenRig();
        var tokens = new SdmTokens(rig.Tokens, TokenRig.Limit, rig.Time);
        var used = new List<string>();

        for (var hour = 0; hour < 3; hour++)
        {
            await tokens.CallAsync(
                token =>
                {
                    used.Add(token.Reveal());
                    return token.Reveal() == "ya29.ACCESS-1" ? Task.FromException<int>(new NestAuthorizationException { IsUnauthorized = true }) : Task.FromResult(1);
                },
                TestContext.Current.CancellationToken);
            rig.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["ya29.ACCESS-1", "ya29.ACCESS-2", "ya29.ACCESS-3", "ya29.ACCESS-4"], used);
    }

    /// <summary>StreamDeck-Nest-Control 12, and google-api-nodejs-client 1256.</summary>
    [Theory]
    [InlineData("unauthorized_client", "Enter the client id of the program in the Device Access project")]
    [InlineData("deleted_client", "The OAuth client was deleted. Create another")]
    public async Task A_client_that_was_replaced_or_deleted_is_permanent_with_a_cure(string word, string cure)
    {
        var rig = new TokenRig();
        rig.Server.Refuse(word, HttpStatusCode.Unauthorized);

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(rig.GetAsync);
        Assert.Contains(cure, error.Message, StringComparison.Ordinal);
        Assert.True(error.EndsStream);
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
