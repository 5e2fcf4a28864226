using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

public class WwnPathTests
{
    [Theory]
    [InlineData("https://nest.example", "/", "https://nest.example/")]
    [InlineData("https://nest.example", "", "https://nest.example/")]
    [InlineData("https://nest.example:9553/", "/devices/thermostats/a-_B", "https://nest.example:9553/devices/thermostats/a-_B")]
    [InlineData("https://nest.example/", "devices/", "https://nest.example/devices")]
    [InlineData("https://nest.example/below/", "/devices", "https://nest.example/below/devices")]
    [InlineData("https://nest.example/", "/a?auth=x#y", "https://nest.example/a%3Fauth%3Dx%23y")]
    [InlineData("https://nest.example/", "https:evil.example", "https://nest.example/https%3Aevil.example")]
    [InlineData("https://nest.example/", "/ü b", "https://nest.example/%C3%BC%20b")]
    public void A_path_leads_below_the_endpoint(string endpoint, string path, string expected) =>
        Assert.Equal(expected, WwnPath.Resolve(new Uri(endpoint), path).AbsoluteUri);

    [Theory]
    [InlineData("/structures/../devices")]
    [InlineData("/./devices")]
    [InlineData("https://evil.example/")]
    [InlineData("/devices//thermostats")]
    public void A_path_to_another_host_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => WwnPath.Resolve(new Uri("https://nest.example/"), path));
}
