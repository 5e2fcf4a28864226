using System.Net;
using System.Text;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>The token answers of the public reference.</summary>
public class ReferenceTokenTests
{
    [ReferenceFact]
    public void The_answer_to_a_code_grants_all()
    {
        var tokens = Read("token-response-authorization-code.json")!;

        Assert.Equal(("access-token", 3599, "refresh-token"), (tokens.Access.Token.Reveal(), tokens.Access.Lifetime.TotalSeconds, tokens.Refresh!.Reveal()));
        Assert.Equal([SdmScopes.Service, SdmScopes.PubSub], tokens.Scopes);
        Assert.NotNull(SdmGrant.Of(tokens, Asking(SdmScopes.Service, SdmScopes.PubSub)).RefreshToken);
    }

    [ReferenceFact]
    public void The_answer_to_a_refresh_has_no_refresh_token()
    {
        var tokens = Read("token-response-refresh.json")!;

        Assert.Equal(("new-access-token", null), (tokens.Access.Token.Reveal(), tokens.Refresh));
        Assert.Equal(NestAuthorizationFailure.MissingRefreshToken, Assert.Throws<NestAuthorizationException>(() => SdmGrant.Of(tokens, Asking(SdmScopes.Service))).Failure);
    }

    [ReferenceFact]
    public void An_unticked_box_is_a_missing_scope()
    {
        var tokens = Read("token-response-pubsub-scope-unticked.json")!;

        Assert.Contains(SdmScopes.PubSub, Assert.Throws<NestAuthorizationException>(() => SdmGrant.Of(tokens, Asking(SdmScopes.Service, SdmScopes.PubSub))).Message, StringComparison.Ordinal);
        Assert.NotNull(SdmGrant.Of(tokens, Asking(SdmScopes.Service)).RefreshToken);
    }

    [ReferenceTheory]
    [InlineData("token-error-invalid-grant.json", NestAuthorizationFailure.Revoked)]
    [InlineData("token-error-deleted-client.json", NestAuthorizationFailure.DeletedClient)]
    [InlineData("token-error-unauthorized-client.json", NestAuthorizationFailure.UnauthorizedClient)]
    public void A_refusal_is_typed(string file, NestAuthorizationFailure failure)
    {
        var answer = Answer(HttpStatusCode.BadRequest, file);
        var body = OAuthErrorBody.Read(answer.Body);

        Assert.Null(GoogleTokenErrors.Undecided(answer, body, TokenServer.Endpoint));
        Assert.Equal(failure, Assert.IsType<NestAuthorizationException>(GoogleTokenErrors.OfRefresh(answer, body, new NestToken())).Failure);
        Assert.Null(Read(file));
    }

    private static GoogleTokens? Read(string file) => GoogleTokens.Read(Answer(HttpStatusCode.OK, file));

    private static OAuthResponse Answer(HttpStatusCode status, string file) =>
        new(status, Encoding.UTF8.GetBytes(File.ReadAllText(ReferenceFixtures.Files(file, "sdm-fixtures").Single())), DateTimeOffset.UnixEpoch, null);

    private static SdmAuthorizationOptions Asking(params string[] scopes) => new() { Scopes = scopes };
}
