using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>Tests that the folders of the projects keep to their floors.</summary>
public class ModuleTests
{
    public static TheoryData<string> Projects => [.. Floors.All.Select(static floors => floors.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_lower_floors_and_along_listed_arrows(string project)
    {
        var floors = Floors.All.Single(each => each.Project == project);
        TestContext.Current.TestOutputHelper?.WriteLine($"{floors}");

        Assert.Equal([], floors.Violations(SourceScan.Of(project)));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Collections")]
    [InlineData("Diffing")]
    [InlineData("Errors")]
    [InlineData("Json")]
    [InlineData("Outcomes")]
    [InlineData("Secrets")]
    public void The_core_uses_only_the_base_class_library(string folder) =>
        Assert.DoesNotContain(
            SourceScan.Sources("src/Nest.Sdk").Where(file => SourceScan.FolderOf(file.Path) == folder),
            file => Regex.IsMatch(file.Text, @"using (Microsoft|Polly|System\.Reactive)"));

    /// <summary>A server of another protocol can use the same live home.</summary>
    [Theory]
    [InlineData("Documents")]
    [InlineData("Homes")]
    [InlineData("Permissions")]
    [InlineData("Rules")]
    [InlineData("Live")]
    [InlineData("RateLimiting")]
    public void The_live_home_and_the_floors_below_it_know_no_protocol(string folder) =>
        Assert.DoesNotContain(
            SourceScan.Sources("src/Nest.Sdk.Testing").Where(file => SourceScan.FolderOf(file.Path) == folder),
            file => Regex.IsMatch(file.Text, @"using (Microsoft\.AspNetCore|System\.Net|WireMock|Nest\.Sdk\.Testing\.(Http|Streams|Tokens))"));

    /// <summary>
    /// The fake uses the internals of the library only for the client without HTTP. Rules with shared code could not
    /// test each other. The one exception is the public <see cref="SecretMask"/>: the fake must mask a real token with
    /// the same table as all other code, and its own tests check the result.
    /// </summary>
    [Fact]
    public void The_fake_shares_no_code_with_the_client_except_the_one_without_http_and_the_mask()
    {
        var users = SourceScan.Sources("src/Nest.Sdk.Testing")
            .Where(file => !file.Path.StartsWith("InMemory", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(file.Text, @"Nest\.Sdk\.(?!Testing\b)[A-Z]\w+"))
            .Select(file => file.Path);

        Assert.Empty(users);
    }
}
