using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Authorization.Stores;

/// <summary>A token file contains the endpoints where the account was authorized.</summary>
public sealed class StoredEndpointTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private FileTokenStore Store => new(_temporary["nest"]);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Both_endpoints_are_read_as_they_were_written()
    {
        var token = new NestToken { AccessToken = "c.FIRST", Endpoint = new Uri("https://nest.example/api"), TokenEndpoint = new Uri("https://login.example/oauth2/access_token") };

        await Store.SaveAsync("cabin", token);

        var read = await Store.ReadAsync("cabin");
        Assert.Equal(token, read);
        Assert.Equal(("https://nest.example/api", "https://login.example/oauth2/access_token"), (read!.Endpoint!.OriginalString, read.TokenEndpoint!.OriginalString));
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_has_no_endpoints()
    {
        await WriteAsync("""{"access_token":"c.FIRST","expires_at":"2036-01-01T00:00:00+00:00"}""");

        var read = await Store.ReadAsync("cabin");

        Assert.Equal(("c.FIRST", null, null), (read!.AccessToken!.Reveal(), read.Endpoint, read.TokenEndpoint));
    }

    [Theory]
    [InlineData("\"endpoint\":7")]
    [InlineData("\"endpoint\":null")]
    [InlineData("\"endpoint\":\"nest.example\"")]
    [InlineData("\"token_endpoint\":\"\"")]
    public async Task An_unreadable_endpoint_is_never_read_as_the_default_one(string member)
    {
        await WriteAsync($$"""{"access_token":"c.FIRST",{{member}}}""");

        Assert.Contains("damaged", (await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"))).Message, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string text)
    {
        await Store.SaveAsync("cabin", new NestToken { AccessToken = "c.OTHER" });
        await File.WriteAllTextAsync(_temporary["nest/token.cabin.json"], text);
    }
}
