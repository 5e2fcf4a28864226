using System.Text;

namespace Nest.Sdk.Testing.Tests.Serving;

/// <summary>No secret remains in the recorded requests, in any encoding of the client.</summary>
public sealed class MaskingTests : FakeServerTest
{
    private const string Foreign = "c.REAL-LOOKING-TOKEN-OF-SOMEONE";

    [Theory]
    [InlineData("""{"token":"TOKEN"}""")]
    [InlineData("""{"client_secret" : "FOREIGN\"FOREIGN"}""")]
    [InlineData("client_id=1&CLIENT_SECRET=FOREIGN&x=1")]
    [InlineData("""{"access_token":"FOREIGN"}""")]
    [InlineData("""{"a":"{\"client_secret\":\"FOREIGN\"}"}""")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\nFOREIGN\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=code\r\nContent-Type: text/plain\r\n\r\nFOREIGN\r\n--x--\r\n")]
    [InlineData("grant_type=authorization_code&code=PIN")]
    public async Task A_secret_in_a_body_is_masked_in_every_escaped_form(string body)
    {
        var plain = Fill(body);
        var secret = plain.Contains(Server.AccessToken, StringComparison.Ordinal) ? Server.AccessToken : plain.Contains(Server.Pin, StringComparison.Ordinal) ? Server.Pin : Foreign;
        string[] wrapped =
        [
            plain,
            plain.Replace(secret, JsonEscapes(secret), StringComparison.Ordinal),
            plain.Replace(secret, JsonEscapes(secret[..1]) + secret[1..], StringComparison.Ordinal),
            plain.Replace(secret, PercentEscapes(secret), StringComparison.Ordinal),
            plain.Replace(secret, PercentEscapes(PercentEscapes(secret)), StringComparison.Ordinal),
            plain.Replace(secret, JsonEscapes(PercentEscapes(secret)), StringComparison.Ordinal),
            PercentEscapes(plain),
            Uri.EscapeDataString(plain),
        ];

        foreach (var text in wrapped)
            (await Client.SendAsync(HttpMethod.Put, "/structures", text)).Dispose();

        Assert.Equal(wrapped.Length, Server.Requests.Count);
        Assert.All(Server.Requests, request => AssertHides(request, secret));
        Assert.All(Server.Requests, request => Assert.Contains("***", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_a_UTF_16_body_is_masked()
    {
        var bytes = Encoding.Unicode.GetBytes($$"""{"label":"{{Server.AccessToken}}"}""");
        using var body = await RawCall.SendAsync(Server, "/structures", method: "PUT", body: Encoding.UTF8.GetString(bytes));
        await body.ReadUntilAsync("400");

        AssertHides(Assert.Single(Server.Requests), Server.AccessToken);
    }

    [Theory]
    [InlineData("/?auth=FOREIGN")]
    [InlineData("/?AUTH=FOREIGN")]
    [InlineData("/?%61uth=FOREIGN")]
    [InlineData("/?access_token=FOREIGN&x=1")]
    [InlineData("/?a=1&auth=FOREIGN%26FOREIGN")]
    [InlineData("/?x=%7B%22client_secret%22%3A%22FOREIGN%22%7D")]
    [InlineData("/devices/thermostats/TOKEN")]
    [InlineData("/structures;auth=FOREIGN")]
    [InlineData("/oauth2%2Faccess_tokens%2FFOREIGN")]
    public async Task A_secret_in_a_target_is_masked(string target)
    {
        var filled = Fill(target);
        foreach (var text in new[] { filled, filled.Replace(Foreign, PercentEscapes(Foreign), StringComparison.Ordinal), filled.Replace(Foreign, PercentEscapes(PercentEscapes(Foreign)), StringComparison.Ordinal) })
        {
            using var call = await RawCall.SendAsync(Server, text);
            await call.ReadUntilAsync("\r\n\r\n");
        }

        Assert.All(Server.Requests, request => AssertHides(request, Foreign));
        Assert.All(Server.Requests, request => AssertHides(request, Server.AccessToken));
        Assert.All(Server.Requests, request => Assert.Contains("***", request.Path + request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_in_place_of_a_method_a_host_or_a_scheme_is_masked()
    {
        using var another = await RawCall.SendAsync(Server, "/", method: Server.AccessToken);
        await another.ReadUntilAsync("\r\n\r\n");
        using var http = new HttpClient();
        foreach (var authorization in new[] { $"{Server.AccessToken} x", Foreign, $"Bearer: {Foreign}", $"{Foreign},Bearer x" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Server.DataEndpoint);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            request.Headers.Host = Server.AccessToken;
            (await http.SendAsync(request, Cancellation)).Dispose();
        }

        Assert.Equal(5, Server.Requests.Count);
        Assert.All(Server.Requests, request => AssertHides(request, Server.AccessToken));
        Assert.All(Server.Requests, request => AssertHides(request, Foreign));
    }

    [Fact]
    public async Task A_secret_in_a_waiting_fault_is_masked_even_when_a_wait_fails()
    {
        Server.Faults.Next(Fault.Event(Server.AccessToken, "1"), Calls.OAuth.At("/oauth2/access_tokens/" + Server.AccessToken));
        (await Client.SendAsync(HttpMethod.Put, "/structures/" + PercentEscapes(Server.AccessToken), "1")).Dispose();

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => Server.WaitForAsync(_ => false, TimeSpan.FromMilliseconds(1)));

        Assert.DoesNotContain(Server.AccessToken, Assert.Single(Server.Faults.Waiting), StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, Uri.UnescapeDataString(failure.ToString()), StringComparison.Ordinal);
        Assert.Contains("PUT /structures/***", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/structures/a%20b", """{"label":"50 % of \u00e9 \\ \"x\" = ?"}""")]
    [InlineData("/%zz", """{"country_code":"US","codes":"x","author":"y"}""")]
    [InlineData("/%E2%82%AC", "%%%\\u12\\")]
    public async Task Text_without_a_secret_is_recorded_unchanged(string path, string body)
    {
        using var call = await RawCall.SendAsync(Server, path, method: "PUT", body: body);
        await call.ReadUntilAsync("\r\n\r\n");

        Assert.Equal((path, body), (Assert.Single(Server.Requests).Path, Server.Requests[0].Body));
    }

    private static string PercentEscapes(string text) => string.Concat(text.Select(character => $"%{(int)character:X2}"));

    private static string JsonEscapes(string text) => string.Concat(text.Select(character => $"\\u{(int)character:x4}"));

    private static void AssertHides(RecordedRequest request, string secret)
    {
        foreach (var text in new[] { request.Method, request.Path, request.Query, request.Body.Replace("\0", "", StringComparison.Ordinal), request.Host, $"{request.Authorization}", $"{request}" })
        {
            for (var (depth, shown) = (0, text); depth < 4; depth++, shown = Undo(shown))
                Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Undo(string text) =>
        System.Text.RegularExpressions.Regex.Replace(Uri.UnescapeDataString(text), @"\\u00(..)", match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}");

    private string Fill(string text) => text
        .Replace("TOKEN", Server.AccessToken, StringComparison.Ordinal)
        .Replace("PIN", Server.Pin, StringComparison.Ordinal)
        .Replace("FOREIGN", Foreign, StringComparison.Ordinal);
}
