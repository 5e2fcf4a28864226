using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>The other identity: a service account reads the events.</summary>
public sealed class ServiceAccountTests : IAsyncLifetime
{
    private const string Account = "reader@cloud-project.iam.example";

    // One for all tests: making a key takes a second.
    private static readonly RSA Key = RSA.Create(2048);

    private readonly RawServer _server = new();
    private readonly SignallingTime _time = new();
    private readonly ServiceAccountTokenSource _source;

    public ServiceAccountTests()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
        _source = ServiceAccountTokenSource.Parse(File(), timeProvider: _time);
    }

    private static string Pem => Key.ExportPkcs8PrivateKeyPem();

    private Uri Endpoint => new(_server.Endpoint, "token");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_assertion_is_signed_with_the_key_for_an_hour_and_for_pubsub_alone()
    {
        var (form, token) = await GrantAsync(_source);

        Assert.Equal("ya29.ACCESS-1", token);
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", form["grant_type"]);
        var parts = form["assertion"].Split('.');
        Assert.True(Key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal("""{"alg":"RS256","typ":"JWT","kid":"key-1"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(
            (Account, "https://www.googleapis.com/auth/pubsub", Endpoint.OriginalString, now, now + 3600),
            (Claim("iss").GetString(), Claim("scope").GetString(), Claim("aud").GetString(), Claim("iat").GetInt64(), Claim("exp").GetInt64()));

        JsonElement Claim(string name) => claims.RootElement.GetProperty(name);
    }

    [Fact]
    public async Task A_token_is_kept_until_a_minute_before_its_end_and_renewed_after_a_refusal()
    {
        await GrantAsync(_source);
        _time.Advance(TimeSpan.FromSeconds(3538));
        Assert.Equal("ya29.ACCESS-1", (await _source.GetTokenAsync(default)).Reveal());

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ya29.ACCESS-2", (await GrantAsync(_source, 2)).Token);
        var renewing = _source.RenewAsync("ya29.ACCESS-2", default).AsTask();
        await AnswerAsync("200 OK", """{"access_token":"ya29.ACCESS-3","expires_in":3599}""");
        Assert.Equal("ya29.ACCESS-3", (await renewing)!.Reveal());
    }

    [Fact]
    public async Task A_token_endpoint_in_the_options_wins_over_that_of_the_file()
    {
        await using var other = new RawServer();
        using var source = ServiceAccountTokenSource.Parse(File(), new ServiceAccountOptions { TokenEndpoint = new Uri(other.Endpoint, "mine") }, _time);
        var asked = source.GetTokenAsync(default).AsTask();
        var peer = await other.AcceptNextAsync();
        var request = await peer.WholeRequestAsync();
        await peer.AnswerAsync("200 OK", """{"access_token":"ya29.ACCESS-1"}""");

        await asked;
        Assert.StartsWith("POST /mine HTTP/1.1", request, StringComparison.Ordinal);
        var assertion = request!.Split("assertion=")[1];
        Assert.Contains($"\"aud\":\"{other.Endpoint}mine\"", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(assertion.Split('.')[1])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400 Bad Request", "invalid_grant")]
    [InlineData("401 Unauthorized", "invalid_client")]
    [InlineData("401 Unauthorized", "unauthorized_client")]
    [InlineData("401 Unauthorized", "deleted_client")]
    public async Task A_refused_service_account_is_typed_and_ends_no_stream(string status, string error)
    {
        var asked = _source.GetTokenAsync(default).AsTask();
        await AnswerAsync(status, $$"""{"error":"{{error}}","error_description":"Invalid grant: account not found"}""");

        var refused = await Assert.ThrowsAsync<NestAuthorizationException>(() => asked);

        Assert.Equal((NestAuthorizationFailure.ServiceAccountRefused, false), (refused.Failure, refused.EndsStream));
        Assert.StartsWith($"Google refused the service account {Account}. Check in the Google Cloud console", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("The server says: \"Invalid grant: account not found\".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_named_as_the_cause()
    {
        var asked = _source.GetTokenAsync(default).AsTask();
        await AnswerAsync("400 Bad Request", """{"error":"invalid_grant","error_description":"Invalid JWT"}""", "Date: Mon, 30 Nov 2026 11:00:00 GMT\r\n");

        Assert.Contains("The clock of this machine is 3600 s ahead of Google's. Set it.", (await Assert.ThrowsAsync<NestAuthorizationException>(() => asked)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("503 Service Unavailable", "<html>")]
    [InlineData("200 OK", "<html>Hotel</html>")]
    public async Task Trouble_on_the_way_is_transient(string status, string body)
    {
        var asked = _source.GetTokenAsync(default).AsTask();
        await AnswerAsync(status, body);

        Assert.True((await Assert.ThrowsAnyAsync<NestException>(() => asked)).IsTransient);
    }

    [Theory]
    [InlineData("", "is not whole JSON.")]
    [InlineData("{\"private_key\":\"SECRETKEY", "is not whole JSON.")]
    [InlineData("[\"SECRETKEY\"]", "is not a JSON object.")]
    [InlineData("""{"installed":{"client_secret":"SECRETKEY"}}""", "is the file of an OAuth client, not of a service account.")]
    [InlineData("""{"type":"authorized_user","refresh_token":"SECRETKEY"}""", "its type is not service_account.")]
    [InlineData("""{"type":"service_account","private_key":"SECRETKEY"}""", "has no client_email.")]
    [InlineData("""{"type":"service_account","client_email":"a@b"}""", "has no private_key.")]
    [InlineData("""{"type":"service_account","client_email":"a@b","private_key":"SECRETKEY"}""", "has a private_key that is not an RSA key in PEM.")]
    [InlineData("""{"type":"service_account","client_email":"a@b","private_key":"-----BEGIN PRIVATE KEY-----\nU0VDUkVUS0VZ\n-----END PRIVATE KEY-----\n"}""", "has a private_key that is not an RSA key in PEM.")]
    public void A_file_that_is_no_key_is_refused_and_not_quoted(string text, string flaw)
    {
        using var folder = new TemporaryFolder();
        var path = folder["key.json"];
        System.IO.File.WriteAllText(path, text);

        var error = Assert.Throws<ArgumentException>(() => ServiceAccountTokenSource.Parse(text));
        var ofFile = Assert.Throws<NestTokenStoreException>(() => ServiceAccountTokenSource.FromFile(path));

        Assert.Contains($"The text {(flaw.StartsWith("its", StringComparison.Ordinal) ? "is not the key of a service account: " : "")}{flaw}", error.Message, StringComparison.Ordinal);
        Assert.Equal(path, ofFile.Path);
        Assert.Contains(flaw, ofFile.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETKEY", error.ToString() + ofFile, StringComparison.Ordinal);
        Assert.DoesNotContain("U0VDUkVUS0VZ", error.ToString() + ofFile, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_any_mode_is_read_and_prints_nothing_of_the_key()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder["key.json"], File());
        using var source = ServiceAccountTokenSource.FromFile(folder["key.json"]);

        Assert.Equal((Account, $"ServiceAccountTokenSource({Account})"), (source.Account, source.ToString()));
        Assert.Contains("cannot be read", Assert.Throws<NestTokenStoreException>(() => ServiceAccountTokenSource.FromFile(folder["missing.json"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://oauth2.example/token", "The token_uri of the key file is 'http://oauth2.example/token', which would send the token in plain text.")]
    [InlineData("ftp://oauth2.example/token", "which is not an HTTP address")]
    [InlineData("nowhere", "has a token_uri that is not an absolute URI.")]
    public void A_token_endpoint_is_https_or_loopback(string endpoint, string text) =>
        Assert.Contains(text, Assert.Throws<ArgumentException>(() => ServiceAccountTokenSource.Parse(File(endpoint))).Message, StringComparison.Ordinal);

    private string File(string? tokenUri = null) =>
        $$"""{"type":"service_account","project_id":"cloud-project","private_key_id":"key-1","private_key":{{JsonSerializer.Serialize(Pem)}},"client_email":"{{Account}}","token_uri":"{{tokenUri ?? Endpoint.OriginalString}}"}""";

    private async Task<(Dictionary<string, string> Form, string Token)> GrantAsync(ServiceAccountTokenSource source, int number = 1)
    {
        var asked = source.GetTokenAsync(TestContext.Current.CancellationToken).AsTask();
        var request = await AnswerAsync("200 OK", $$"""{"access_token":"ya29.ACCESS-{{number}}","expires_in":3599,"token_type":"Bearer"}""");
        var form = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        return (form, (await asked).Reveal());
    }

    private async Task<string> AnswerAsync(string status, string body, string headers = "")
    {
        var peer = await _server.AcceptNextAsync();
        var request = await peer.WholeRequestAsync();
        await peer.AnswerAsync(status, body, headers: headers);
        return request!;
    }
}
