using System.Text;
using Nest.Sdk.Providers;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

public class WwnEventsTests
{
    private readonly Sink _sink = new();

    [Theory]
    [InlineData("nc.SECRETTOKEN123")]
    [InlineData("""{"path":nc.SECRETTOKEN123}""")]
    [InlineData("""{"path":"/a","data":nc.SECRETTOKEN123}""")]
    [InlineData("""{"path":"/a/b","data":{"SECRETTOKEN123":1,"SECRETTOKEN123":2}}""")]
    [InlineData("""{"path":"/a/b/c","data":1}""")]
    public void An_event_that_cannot_be_read_is_not_quoted(string data)
    {
        var events = new WwnEvents(_sink, AccessToken.Parse("c.TESTTOKEN"), static () => { });
        events.Read("put", """{"path":"/","data":{"a":{"b":{"SECRETTOKEN123":1,"SECRETTOKEN123":2}}}}"""u8);

        events.Read("put", Encoding.UTF8.GetBytes(data));

        Assert.All(_sink.Rejected, error => Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal));
    }

    private sealed class Sink : INestDocumentSink
    {
        public List<NestProtocolException> Rejected { get; } = [];

        public void Accept(ReadOnlySpan<byte> document)
        {
        }

        public void Reject(NestProtocolException error) => Rejected.Add(error);

        public void ByteSeen()
        {
        }

        public void LinkLost(DisconnectReason reason)
        {
        }

        public void TokenChanged()
        {
        }
    }
}
