using System.Net;
using Nest.Sdk.Http;

namespace Nest.Sdk.Tests.Http;

public class GuardedProxyTests
{
    private readonly GuardedProxy _proxy = new(new WebProxy("http://someone:PASSWORD@proxy.example:3128"));

    [Theory]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    public void Plain_http_to_this_machine_bypasses_the_proxy(string destination)
    {
        Assert.True(_proxy.IsBypassed(new Uri(destination)));
        Assert.Null(_proxy.GetProxy(new Uri(destination)));
    }

    [Theory]
    [InlineData("https://localhost:8080/")]
    [InlineData("https://nest.example/")]
    public void Everything_else_uses_the_proxy_with_an_address_without_a_password(string destination)
    {
        Assert.False(_proxy.IsBypassed(new Uri(destination)));
        Assert.Equal("http://proxy.example:3128/", _proxy.GetProxy(new Uri(destination))!.OriginalString);
    }

    [Fact]
    public void The_credentials_are_those_of_the_proxy_below()
    {
        var own = new NetworkCredential("someone", "PASSWORD");
        _proxy.Credentials = own;

        Assert.Same(own, _proxy.Credentials);
    }
}
