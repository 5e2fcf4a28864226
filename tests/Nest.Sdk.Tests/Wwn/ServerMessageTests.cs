using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>Every refusal shows the whole message of the service after ours.</summary>
public sealed class ServerMessageTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("why ", 200)) + "end";

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task The_whole_message_of_Nest_follows_ours(int status)
    {
        var error = await RefusedAsync(status, $$"""{"error":"e","message":"{{Long}}","instance":"i-7"}""");

        Assert.Contains($"\"{Long}\" (instance i-7).", error.Message, StringComparison.Ordinal);
        Assert.False(error.Message.StartsWith('"'));
    }

    [Fact]
    public async Task A_rate_limit_reports_the_waiting_time_and_then_the_message_of_Nest() =>
        Assert.Equal("Nest blocks this token for now: too many calls. The server did not report a waiting time. Nest says: \"blocked\".", (await RefusedAsync(429, """{"error":"blocked"}""")).Message);

    [Theory]
    [InlineData("text/plain", "Down until noon", "Try again later.")]
    [InlineData("application/json", "\"Down until\\nnoon, c.TESTTOKEN\"", "Nest says: \"Down until noon, ***\".")]
    [InlineData("text/html", "Down", "Try again later.")]
    [InlineData("application/json", "{\"error\":", "Try again later.")]
    public async Task A_JSON_text_is_a_message_and_other_text_is_never_quoted(string type, string body, string words)
    {
        var error = await RefusedAsync(503, body, type);

        Assert.Contains($" {words} The write may", error.Message, StringComparison.Ordinal);
    }

    private static async Task<NestException> RefusedAsync(int status, string body, string type = "application/json")
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) });
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider();
        return await Assert.ThrowsAnyAsync<NestException>(() => provider.GetRequiredService<INestClient>().Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));
    }
}
