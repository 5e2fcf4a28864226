using System.Runtime.Versioning;
using System.Text;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Authorization.Stores;

/// <summary>Files that only this user can read, even while they are written.</summary>
public sealed class FileTokenStoreTests : TokenStoreTests, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public FileTokenStoreTests() => Store = new FileTokenStore(Folder, Time);

    protected override INestTokenStore Store { get; }

    private string Folder => _temporary["config/nest"];

    private string Cabin => _temporary["config/nest/token.cabin.json"];

    public void Dispose() => _temporary.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_user_can_access_file_and_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");

        await Store.SaveAsync("cabin", First);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Cabin));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.Equal([Cabin], Directory.EnumerateFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "640")]
    [InlineData(UnixFileMode.OtherRead, "604")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead, "644")]
    [InlineData(UnixFileMode.GroupWrite, "620")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_can_read_is_refused_with_the_command_that_fixes_it(UnixFileMode others, string mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");
        await Store.SaveAsync("cabin", First);
        File.SetUnixFileMode(Cabin, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        var error = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"));

        Assert.Contains($"Others can read the token file {Cabin} (mode {mode}). Run: chmod 600 '{Cabin}'.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"Others can read the token file {Cabin} (mode {mode}). {error.Remedy}", error.Message);
        Assert.Equal(Cabin, error.Path);
        Assert.DoesNotContain("c.FIRST", error.ToString(), StringComparison.Ordinal);
        File.SetUnixFileMode(Cabin, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(First, await Store.ReadAsync("cabin"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_token_restricts_a_file_that_others_could_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");
        await Store.SaveAsync("cabin", First);
        File.SetUnixFileMode(Cabin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await Store.SaveAsync("cabin", Second);

        Assert.Equal(Second, await Store.ReadAsync("cabin"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_others_can_write_is_refused_with_the_command_that_fixes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");
        using var odd = new TemporaryFolder();
        var folder = odd["it's here"];
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);

        var error = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await new FileTokenStore(folder).SaveAsync("cabin", First));

        Assert.Contains($"chmod 700 '{folder.Replace("'", "'\\''", StringComparison.Ordinal)}'", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Equal(error.Message, (await Assert.ThrowsAsync<NestTokenStoreException>(async () => await new FileTokenStore(folder).ReadAsync("cabin"))).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"access_token":7}""")]
    [InlineData("""{"access_token":"c.SECRET with a blank"}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    [InlineData("""{"expires_at":"2036-01-02T03:04:05Z"}""")]
    [InlineData("""{"scopes":["a"]}""")]
    [InlineData("""{"access_token":"c.X","refresh_token":7}""")]
    [InlineData("""{"access_token":7,"refresh_token":"1//X"}""")]
    [InlineData("""{"refresh_token":"SECRET with a blank"}""")]
    public async Task A_damaged_file_is_reported_and_not_quoted(string text)
    {
        await WriteAsync(text);

        var error = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"));

        Assert.StartsWith($"The token file {Cabin} is damaged: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("Remove it and authorize again.", error.Remedy);
        Assert.EndsWith(". Remove it and authorize again.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        await Store.SaveAsync("cabin", First);
        Assert.Equal(First, await Store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task A_byte_order_mark_in_front_is_skipped()
    {
        await WriteAsync("\uFEFF{\"access_token\":\"c.FIRST\",\"expires_at\":\"2036-01-02T03:04:05Z\"}");

        Assert.Equal(First, await Store.ReadAsync("cabin"));
    }

    /// <summary>The format of versions without refresh tokens and scopes.</summary>
    [Fact]
    public async Task A_file_of_the_first_format_is_read_and_written_as_it_was()
    {
        const string text = "{\n  \"access_token\": \"c.FIRST\",\n  \"expires_at\": \"2036-01-02T03:04:05+00:00\"\n}\n";
        await WriteAsync(text);

        Assert.Equal(First, await Store.ReadAsync("cabin"));
        await Store.SaveAsync("cabin", First);
        Assert.Equal(text, (await File.ReadAllTextAsync(Cabin)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_file_has_only_what_the_token_has()
    {
        await Store.SaveAsync("cabin", new NestToken { RefreshToken = "1//REFRESH", Scopes = ["one", "two"] });

        Assert.Equal("""{"refresh_token":"1//REFRESH","scopes":["one","two"]}""", string.Concat((await File.ReadAllTextAsync(Cabin)).Where(letter => !char.IsWhiteSpace(letter))));
    }

    [Theory]
    [InlineData("""{"access_token":"c.X","scopes":"all"}""")]
    [InlineData("""{"access_token":"c.X","scopes":[7,null]}""")]
    public async Task Scopes_that_cannot_be_read_are_not_reported(string text)
    {
        await WriteAsync(text);

        Assert.Empty((await Store.ReadAsync("cabin"))!.Scopes);
    }

    [Fact]
    public async Task A_too_large_file_is_not_read_into_memory()
    {
        await WriteAsync("""{"access_token":"c.X"}""" + new string(' ', 70_000));

        await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"));
    }

    [Theory]
    [InlineData("""{"access_token":"c.X","expires_at":"2036-01-02T03:04:05+00:00","scope":{"later":[]}}""", true)]
    [InlineData("""{"access_token":"c.X","expires_at":"soon"}""", false)]
    [InlineData("""{"access_token":"c.X","expires_at":7}""", false)]
    public async Task Members_of_a_later_version_are_ignored(string text, bool hasExpiry)
    {
        await WriteAsync(text);

        var token = await Store.ReadAsync("cabin");

        Assert.Equal(("c.X", hasExpiry), (token!.AccessToken!.Reveal(), token.ExpiresAt is not null));
    }

    [Fact]
    public async Task A_draft_left_by_a_crash_is_not_a_token_and_is_removed()
    {
        await Store.SaveAsync("cabin", First);
        var (old, young) = (Cabin + ".0123.draft", Cabin + ".4567.draft");
        await File.WriteAllTextAsync(old, """{"access_tok""");
        await File.WriteAllTextAsync(young, """{"access_tok""");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        Assert.Equal(First, await Store.ReadAsync("cabin"));
        Assert.Equal(["cabin"], await Store.GetAccountsAsync());
        await Store.SaveAsync("cabin", Second);
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
        await Store.RemoveAsync("cabin");
        Assert.Empty(Directory.EnumerateFiles(Folder));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_old_token_and_nothing_else()
    {
        await Store.SaveAsync("town", First);
        // A file cannot replace a folder.
        Directory.CreateDirectory(Cabin);

        var error = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.SaveAsync("cabin", Second));

        Assert.StartsWith($"The token file {Cabin} cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Folder), file => file.EndsWith(".draft", StringComparison.Ordinal));
        Assert.Equal(First, await Store.ReadAsync("town"));
        await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_reported()
    {
        await File.WriteAllTextAsync(_temporary["config"], "");

        var write = await Assert.ThrowsAsync<NestTokenStoreException>(async () => await Store.SaveAsync("cabin", First));

        Assert.Contains("Choose another folder, or take ownership of this one", write.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_programs_with_one_folder_see_each_others_tokens_and_never_a_partial_one()
    {
        var other = new FileTokenStore(Folder, Time);
        var tokens = Enumerable.Range(0, 200).Select(number => new NestToken { AccessToken = "c." + new string('x', number * 20) + number }).ToList();
        var known = tokens.Select(token => token.AccessToken).ToHashSet();
        await Store.SaveAsync("cabin", tokens[0]);
        using var done = new CancellationTokenSource();
        var reads = 0;

        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.Contains((await other.ReadAsync("cabin"))!.AccessToken, known);
                reads++;
            }
        });
        await Task.WhenAll(
            Task.Run(async () => { foreach (var token in tokens) await Store.SaveAsync("cabin", token); }),
            Task.Run(async () => { foreach (var token in tokens) await other.SaveAsync("cabin", token); }));
        await done.CancelAsync();
        await reading;

        Assert.True(reads > 0);
        Assert.Equal(tokens[^1], await Store.ReadAsync("cabin"));
    }

    [Fact]
    public void The_default_folder_follows_the_user() => Assert.EndsWith("nest", FileTokenStore.DefaultFolder, StringComparison.Ordinal);

    protected override async Task CheckAgainAsync()
    {
        await Time.NextWaitAsync();
        Time.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task WriteAsync(string text)
    {
        await Store.SaveAsync("cabin", First);
        // Overwrites the text, so that the mode is unchanged.
        await using var file = new FileStream(Cabin, FileMode.Truncate);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
