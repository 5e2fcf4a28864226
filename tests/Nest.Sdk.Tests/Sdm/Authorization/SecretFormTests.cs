using System.Globalization;
using System.Net;
using System.Text;
using Nest.Sdk.Http.Once;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>What handlers of the host see of a token request, whatever they log.</summary>
public class SecretFormTests
{
    private readonly StringBuilder _seen = new();

    [Fact]
    public async Task A_handler_that_logs_everything_sees_no_secret()
    {
        var rig = new TokenRig(host: inner => new Logging(_seen, inner));

        var token = await rig.GetAsync();

        var seen = _seen.ToString();
        Assert.Equal("ya29.ACCESS-1", token);
        Assert.Contains("Nest.Sdk.SecretForm = SecretForm(***)", seen, StringComparison.Ordinal);
        Assert.Contains("answer: ***", seen, StringComparison.Ordinal);
        foreach (var secret in (string[])[TokenRig.Refresh, "TESTSECRET", "ACCESS-1"])
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_hidden_from_handlers_and_read_by_the_client()
    {
        var rig = new TokenRig(host: inner => new Logging(_seen, inner));
        rig.Server.Answer(HttpStatusCode.BadRequest, $$"""{"error":"invalid_client","error_description":"{{TokenRig.Refresh}}"}""");

        Assert.Equal(NestAuthorizationFailure.InvalidClient, (await Assert.ThrowsAsync<NestAuthorizationException>(rig.GetAsync)).Failure);
        Assert.DoesNotContain(TokenRig.Refresh, _seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_may_repeat_a_refresh_after_a_failure()
    {
        var rig = new TokenRig(host: static inner => new Repeating(inner));
        rig.Server.Answer(HttpStatusCode.ServiceUnavailable, "<html>");

        Assert.Equal("ya29.ACCESS-2", await rig.GetAsync());
        Assert.Equal(rig.Server.Forms[0], rig.Server.Forms[1]);
    }

    [Fact]
    public async Task A_handler_that_replaces_the_answer_is_named_and_the_failure_is_transient()
    {
        var rig = new TokenRig(host: static inner => new Replacing(inner));

        var error = await Assert.ThrowsAsync<NestConnectionException>(rig.GetAsync);

        Assert.True(error.IsTransient);
        Assert.Contains("A handler of the host replaced the response of the token endpoint", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Logs all that a request and its answer show.</summary>
    private sealed class Logging(StringBuilder log, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            log.AppendLine(CultureInfo.InvariantCulture, $"{request} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}");
            foreach (var (name, value) in request.Options)
                log.AppendLine(CultureInfo.InvariantCulture, $"{name} = {value}");
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            log.AppendLine(CultureInfo.InvariantCulture, $"{response} answer: {await response.Content.ReadAsStringAsync(cancellationToken)} {Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken))}");
            log.AppendLine(CultureInfo.InvariantCulture, $"{response.RequestMessage} {(response.RequestMessage?.Content is { } sent ? await sent.ReadAsStringAsync(cancellationToken) : "")}");
            return response;
        }
    }

    private sealed class Repeating(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.True(RequestKind.IsRepeatable(request));
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
            response.Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Replacing(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new StringContent(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
