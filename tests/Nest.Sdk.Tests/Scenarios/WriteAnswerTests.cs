using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Responses to a write that do not come from Nest: the status counts, and a page is never quoted.</summary>
public sealed class WriteAnswerTests : IAsyncDisposable
{
    private const string Page = "<html>c.TESTTOKEN</html>";
    private static readonly string Modes = """{"error":"no","type":"https://developers.nest.com/reference/error-messages#mode-error","message":"MESSAGE","instance":"i-1","details":{"mode":"eco"}}""";

    private readonly RawServer _server = new();
    private readonly NestClientFactory _factory = new();

    [Theory]
    [InlineData("500 Internal Server Error", NestRequestFailure.ServerFailure, true)]
    [InlineData("502 Bad Gateway", NestRequestFailure.ServerFailure, true)]
    [InlineData("504 Gateway Timeout", NestRequestFailure.ServerFailure, true)]
    [InlineData("404 Not Found", NestRequestFailure.NotNest, false)]
    [InlineData("405 Method Not Allowed", NestRequestFailure.NotNest, false)]
    [InlineData("408 Request Timeout", NestRequestFailure.NotNest, false)]
    public async Task A_web_page_counts_by_its_status(string status, NestRequestFailure failure, bool mayHaveHappened)
    {
        foreach (var page in (string[])[Page, "", Page + new string(' ', 300_000)])
        {
            var error = await RefusedAsync(status, page, "text/html");

            Assert.Equal((failure, mayHaveHappened, null), (error.Failure, error.WriteMayHaveHappened, error.ServerError));
            Assert.DoesNotContain("TESTTOKEN", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("html", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("500 Internal Server Error")]
    [InlineData("200 OK")]
    public async Task An_error_of_Nest_counts_with_any_status(string status)
    {
        var error = await RefusedAsync(status, Modes, "application/json");

        Assert.Equal((NestRequestFailure.Refused, "mode-error", "i-1", false), (error.Failure, error.Anchor(), error.InstanceId(), error.WriteMayHaveHappened));
        Assert.Equal("eco", error.ServerError!.Details["mode"]);
    }

    [Fact]
    public async Task An_oversized_error_of_Nest_counts_by_its_status()
    {
        var error = await RefusedAsync("400 Bad Request", Modes.Replace("MESSAGE", new string('x', 400_000), StringComparison.Ordinal), "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, NestRequestFailure.Refused, null), (error.StatusCode, error.Failure, error.Anchor()));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 90\r\n", 90)]
    [InlineData("429 Too Many Requests", "", null)]
    public async Task A_block_by_a_page_counts_by_its_status(string status, string headers, int? seconds)
    {
        var write = SetAway();
        await AnswerAsync(status, Page, "text/html", headers);

        var error = await Assert.ThrowsAsync<NestRateLimitException>(() => write);
        Assert.Equal((seconds, false), ((int?)error.RetryAfter?.TotalSeconds, error.WriteMayHaveHappened));
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<NestRequestException> RefusedAsync(string status, string body, string type)
    {
        var write = SetAway();
        await AnswerAsync(status, body, type);
        return await Assert.ThrowsAsync<NestRequestException>(() => write.WaitAsync(Patience.Limit));
    }

    private async Task AnswerAsync(string status, string body, string type, string headers = "")
    {
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync(status, body, type, headers + "Connection: close\r\n");
        peer.End();
    }

    private Task<NestWriteResult> SetAway() => _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = "c.TESTTOKEN"; })).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
}
