using Nest.Sdk.Authorization.Stores;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Authorization.Stores;

/// <summary>A token file of an account that has a refresh token alone.</summary>
public sealed class RefreshTokenFileTests : IDisposable
{
    private static readonly DateTimeOffset Granted = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _temporary = new();

    private FileTokenStore Store => new(_temporary["nest"]);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Everything_that_is_known_of_the_grant_comes_back()
    {
        var token = new NestToken { RefreshToken = "1//0REFRESH", Scopes = ["a", "b"], GrantedAt = Granted, RefreshedAt = Granted.AddHours(3), ProjectId = "p-1", Subscription = "projects/c/subscriptions/s" };

        await Store.SaveAsync("cabin", token);

        Assert.Equal(token, await Store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task Without_them_the_file_has_none_of_these_members()
    {
        await Store.SaveAsync("cabin", new NestToken { RefreshToken = "1//0REFRESH" });

        Assert.Equal("{\n  \"refresh_token\": \"1//0REFRESH\"\n}\n", (await File.ReadAllTextAsync(Directory.GetFiles(_temporary["nest"]).Single())).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("\"granted_at\":7,\"refreshed_at\":null,\"project_id\":[],\"subscription\":{}")]
    [InlineData("\"granted_at\":\"soon\",\"refreshed_at\":\"\",\"later\":\"unknown\"")]
    public async Task Members_that_cannot_be_read_are_absent(string members)
    {
        await WriteAsync($$"""{"refresh_token":"1//0REFRESH",{{members}}}""");

        Assert.Equal(new NestToken { RefreshToken = "1//0REFRESH" }, await Store.ReadAsync("cabin"));
    }

    [Theory]
    [InlineData("""{"refresh_token":"'1//0SECRET'"}""", "is in quotation marks")]
    [InlineData("""{"refresh_token":"Bearer 1//0SECRET"}""", "begins with part of a header")]
    [InlineData("""{"refresh_token":7}""", "it contains no readable token")]
    [InlineData("""{"granted_at":"2026-11-01T12:00:00+00:00"}""", "it contains no readable token")]
    public async Task A_damaged_refresh_token_is_reported_and_not_quoted(string text, string flaw)
    {
        await WriteAsync(text);

        var error = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"));

        Assert.Contains(flaw, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_refresh_token_has_no_flaw() => Assert.Null(TokenJson.FlawOf("""{"refresh_token":"1//0REFRESH"}"""u8.ToArray()));

    private async Task WriteAsync(string text)
    {
        await Store.SaveAsync("cabin", new NestToken { RefreshToken = "1//0x" });
        await File.WriteAllTextAsync(Directory.GetFiles(_temporary["nest"]).Single(), text);
    }
}
