using System.Text;
using System.Text.Json;
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
    public void An_unreadable_event_is_not_quoted(string data)
    {
        var events = new WwnEvents(_sink, AccessToken.Parse("c.TESTTOKEN"), static () => { });
        events.Read("put", """{"path":"/","data":{"a":{"b":{"SECRETTOKEN123":1,"SECRETTOKEN123":2}}}}"""u8);

        events.Read("put", Encoding.UTF8.GetBytes(data));

        Assert.All(_sink.Rejected, error => Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"path":"/","data":{"a":1}}""", """{"a":1}""")]
    [InlineData("""{"path":"/","data": {"a":1} }""", """{"a":1}""")]
    [InlineData("\uFEFF{\"path\":\"/\",\"data\":{\"a\":1}}", """{"a":1}""")]
    [InlineData("\uFEFF{\"data\":{\"a\":1},\"path\":\"/b\"}", """{"last":0,"b":{"a":1}}""")]
    [InlineData("""{"path":"/","data":{"a":1},"more":{}}""", """{"a":1}""")]
    [InlineData("""{"path":"/","data":{"a":1},"data":{"a":2}}""", """{"a":2}""")]
    [InlineData("""{"path":"/","data":{"a":1},"path":"/b"}""", """{"last":0,"b":{"a":1}}""")]
    [InlineData("""{"path":"/","data":"}""", null)]
    [InlineData("""{"path":"/","data":}""", null)]
    [InlineData("""{"path":"/","data":{"a":1}}}""", null)]
    [InlineData("""{"path":"/","data":{"a":1}}{}""", null)]
    [InlineData("""{"path":"/","data":{"a":1},}""", null)]
    public void Only_the_data_counts(string data, string? document)
    {
        var events = new WwnEvents(_sink, AccessToken.Parse("c.TESTTOKEN"), static () => { });
        events.Read("put", """{"path":"/","data":{"last":0}}"""u8);

        events.Read("put", Encoding.UTF8.GetBytes(data));

        Assert.Equal(document is null ? ["""{"last":0}"""] : ["""{"last":0}""", document], _sink.Documents);
        Assert.Equal(document is null ? 1 : 0, _sink.Rejected.Count);
    }

    /// <summary>Accepts any JSON, like the pipeline.</summary>
    private sealed class Sink : IHomeSink
    {
        public List<string> Documents { get; } = [];

        public List<NestProtocolException> Rejected { get; } = [];

        public void Accept(ReadOnlySpan<byte> document, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false)
        {
            var text = Encoding.UTF8.GetString(document);
            try
            {
                using var json = JsonDocument.Parse(text);
            }
            catch (JsonException)
            {
                throw new NestProtocolException();
            }

            Documents.Add(text.Trim());
        }

        public byte[]? Last() => Documents.Count > 0 ? Encoding.UTF8.GetBytes(Documents[^1]) : null;

        public void Reject(NestProtocolException error) => Rejected.Add(error);

        public void Signal()
        {
        }

        public void Raise(NestEvent what) => Assert.Fail("Works with Nest has no events of its own.");

        public void LinkLost(DisconnectReason reason)
        {
        }

        public void TokenChanged()
        {
        }
    }
}
