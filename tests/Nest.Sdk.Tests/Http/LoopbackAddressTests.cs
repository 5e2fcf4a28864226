using Nest.Sdk.Http;

namespace Nest.Sdk.Tests.Http;

public class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://LocalHost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.255.1.2/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.2]/")]
    public void Is_localhost_and_every_loopback_address(string address) => Assert.True(LoopbackAddress.Matches(new Uri(address)));

    [Theory]
    [InlineData("http://localhost./")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://nest.localhost/")]
    [InlineData("http://localhost.localdomain/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:192.0.2.1]/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("file:///nest")]
    public void Is_nothing_else(string address) => Assert.False(LoopbackAddress.Matches(new Uri(address)));

    [Fact]
    public void The_host_loopback_is_localhost_before_any_lookup() => Assert.Equal("localhost", new Uri("http://LOOPBACK:8080/").IdnHost);
}
