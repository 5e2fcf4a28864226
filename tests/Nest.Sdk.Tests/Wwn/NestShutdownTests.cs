using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

public sealed class NestShutdownTests
{
    [Theory]
    [InlineData("https://developer-api.nest.com/")]
    [InlineData("https://FIREBASE-apiserver01.Nest.com./x")]
    [InlineData("https://nest.com/")]
    public void A_failed_connection_to_a_server_of_Nest_reports_the_shutdown(string address)
    {
        var cause = new TimeoutException();
        var error = new NestConnectionException("No connection.", cause) { Reason = DisconnectReason.ConnectTimeout, NothingWasSent = true };

        var explained = NestShutdown.Explain(error, new Uri(address));

        Assert.StartsWith("No connection. Nest switched its own servers off on 2023-09-29.", explained.Message, StringComparison.Ordinal);
        Assert.Equal((DisconnectReason.ConnectTimeout, true), (explained.Reason, explained.NothingWasSent));
        Assert.Same(cause, explained.InnerException);
    }

    [Theory]
    [InlineData("https://example.com/nest.com")]
    [InlineData("https://honest.com/")]
    [InlineData("https://nest.com.example.org/")]
    [InlineData("http://127.0.0.1:8080/")]
    public void Other_servers_keep_their_errors(string address)
    {
        var error = new NestConnectionException("No connection.");

        Assert.Same(error, NestShutdown.Explain(error, new Uri(address)));
    }
}
