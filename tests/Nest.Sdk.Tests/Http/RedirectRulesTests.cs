using Nest.Sdk.Http;

namespace Nest.Sdk.Tests.Http;

public class RedirectRulesTests
{
    [Theory]
    [InlineData("https://developer-api.nest.com/", "https://firebase-apiserver08-tah01-iad01.dapi.production.nest.com:9553/")]
    [InlineData("https://developer-api.nest.com/", "https://nest.example/")]
    [InlineData("https://developer-api.nest.com/", "https://NEST.example:8443/x")]
    [InlineData("https://developer-api.nest.com/", "https://allowed.example/")]
    [InlineData("https://developer-api.nest.com/", "https://a.b.wild.example/")]
    [InlineData("http://127.0.0.1:1234/", "http://localhost:4321/")]
    [InlineData("http://[::1]:1234/", "http://127.0.0.1/")]
    [InlineData("http://localhost:1234/", "http://[::ffff:127.0.0.2]/")]
    public void Allows_the_endpoint_itself_nest_the_users_own_hosts_and_loopback(string from, string to) => Assert.True(Allows(from, to));

    [Theory]
    [InlineData("https://developer-api.nest.com/", "https://evil.example/")]
    [InlineData("https://developer-api.nest.com/", "https://evilnest.com/")]
    [InlineData("https://developer-api.nest.com/", "https://nest.com.evil.example/")]
    [InlineData("https://developer-api.nest.com/", "https://developer-api.nest.com@evil.example/")]
    [InlineData("https://developer-api.nest.com/", "https://user:secret@data.nest.com/")]
    [InlineData("https://developer-api.nest.com/", "https://wild.example/")]
    [InlineData("https://developer-api.nest.com/", "https://notwild.example/")]
    [InlineData("https://developer-api.nest.com/", "https://sub.allowed.example/")]
    [InlineData("https://developer-api.nest.com/", "http://data.nest.com/")]
    [InlineData("https://developer-api.nest.com/", "http://127.0.0.1/")]
    [InlineData("https://localhost:1/", "http://localhost:2/")]
    [InlineData("http://127.0.0.1:1/", "http://192.0.2.1/")]
    [InlineData("http://127.0.0.1:1/", "http://localhost./")]
    [InlineData("http://127.0.0.1:1/", "http://data.nest.com/")]
    [InlineData("http://127.0.0.1:1/", "ftp://127.0.0.1/")]
    [InlineData("https://developer-api.nest.com/", "file:///etc/passwd")]
    public void Refuses_everything_else(string from, string to) => Assert.False(Allows(from, to));

    private static bool Allows(string from, string to) =>
        new RedirectRules(new Uri("https://nest.example/"), ["*.nest.com", "allowed.example", "*.wild.example"]).Allows(new Uri(from), new Uri(to));
}
