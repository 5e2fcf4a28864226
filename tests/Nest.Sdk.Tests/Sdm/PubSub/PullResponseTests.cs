using System.Text;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Tests.Sdm.PubSub;

public sealed class PullResponseTests
{
    private const string Hello = "SGVsbG8=";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"receivedMessages":[]}""")]
    [InlineData("""{"receivedMessages":null}""")]
    [InlineData("""{"receivedMessages":{"0":{"ackId":"a"} } }""")]
    [InlineData("""{"future":[{"ackId":"a"}]}""")]
    public void A_response_without_messages_is_empty(string json) => Assert.Empty(Read(json));

    [Fact]
    public void A_message_is_read_in_any_order_of_members()
    {
        var message = Assert.Single(Read($$"""{"future":[[]],"receivedMessages":[{"deliveryAttempt":1,"message":{"publishTime":"2026-11-30T12:00:00.5Z","orderingKey":"","attributes":{"ackId":"x"},"messageId":"7","data":"{{Hello}}"},"ackId":"a1"}]}"""));

        Assert.Equal(("a1", "7", "Hello", null), (Text(message.AckId), Text(message.MessageId), Text(message.Data), message.Flaw));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 12, 0, 0, 500, TimeSpan.Zero), message.PublishedAt);
    }

    [Fact]
    public void A_hundred_messages_keep_their_order_and_their_data()
    {
        var json = string.Join(',', Enumerable.Range(0, 100).Select(static i => Delivery($"a{i}", $"\"data\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"number\":{i}}}"))}\"")));

        var messages = Read($$"""{"receivedMessages":[{{json}}]}""");

        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"a{i} {{\"number\":{i}}}"), messages.Select(static message => $"{Text(message.AckId)} {Text(message.Data)}"));
    }

    /// <summary>It cannot be acknowledged, and an acknowledgement with it would fail for all others of the call.</summary>
    [Theory]
    [InlineData("""{"message":{"data":"SGVsbG8="} }""")]
    [InlineData("""{"ackId":"","message":{"data":"SGVsbG8="} }""")]
    [InlineData("""{"ackId":7,"message":{"data":"SGVsbG8="} }""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_delivery_without_an_id_is_skipped(string delivery) =>
        Assert.Equal("a2", Text(Assert.Single(Read($$"""{"receivedMessages":[{{delivery}},{{Delivery("a2", $"\"data\":\"{Hello}\"")}}]}""")).AckId));

    [Theory]
    [InlineData("\"messageId\":\"7\"", "The message has no data.")]
    [InlineData("\"data\":\"\"", "The message has no data.")]
    [InlineData("\"data\":7", "The message has no data.")]
    [InlineData("\"data\":\"!!!!\"", "The data is not base64.")]
    [InlineData("\"data\":\"SGVsbG8\"", "The data is not base64.")]
    [InlineData("\"data\":\"\\ud800\"", "The data is not base64.")]
    public void Data_that_cannot_be_decoded_is_a_flaw(string members, string flaw)
    {
        var message = Assert.Single(Read($$"""{"receivedMessages":[{{Delivery("a1", members)}}]}"""));

        Assert.Equal((flaw, 0), (message.Flaw, message.Data.Length));
    }

    [Theory]
    [InlineData("""{"ackId":"a1"}""")]
    [InlineData("""{"ackId":"a1","message":null}""")]
    [InlineData("""{"ackId":"a1","message":"text"}""")]
    public void A_delivery_without_a_message_is_a_flaw(string delivery) =>
        Assert.Equal("The message has no data.", Assert.Single(Read($$"""{"receivedMessages":[{{delivery}}]}""")).Flaw);

    /// <summary>Some encoders escape a slash, and base64 has them.</summary>
    [Theory]
    [InlineData("Pz8\\/Pz8=", "??????")]
    [InlineData("\\u0050z8\\/Pz8\\u003d", "??????")]
    public void Escapes_in_data_are_read(string data, string expected)
    {
        var messages = Read($$"""{"receivedMessages":[{{Delivery("a1", $"\"data\":\"{data}\"")}},{{Delivery("a2", $"\"data\":\"{Hello}\"")}}]}""");

        Assert.Equal(expected[..5], Text(messages[0].Data)[..2] + "???");
        Assert.Equal(("a2", "Hello"), (Text(messages[1].AckId), Text(messages[1].Data)));
    }

    [Fact]
    public void Ids_keep_their_escapes_because_they_are_sent_back_as_they_came()
    {
        var message = Assert.Single(Read($$"""{"receivedMessages":[{{Delivery("a\\/1\\u0041", $"\"data\":\"{Hello}\"")}}]}"""));

        Assert.Equal("a\\/1\\u0041", Text(message.AckId));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal("Hello", Text(Assert.Single(PullResponse.Read(
        (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"receivedMessages":[{{Delivery("a1", $"\"data\":\"{Hello}\"")}}]}""")])).Data));

    /// <summary>A response that was cut and passed as empty would lose its messages until their deadline.</summary>
    [Fact]
    public void A_response_that_was_cut_anywhere_is_an_error()
    {
        var whole = Encoding.UTF8.GetBytes($$"""{"receivedMessages":[{{Delivery("a1", $"\"data\":\"{Hello}\",\"messageId\":\"1\"")}}]}""");

        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<NestProtocolException>(() => PullResponse.Read(whole.AsMemory(0, length).ToArray()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>secret-1</html>")]
    [InlineData("{} {}")]
    [InlineData("""{"receivedMessages":[{"ackId":"secret-1"}""")]
    public void What_is_no_object_is_an_error_that_does_not_quote_it(string json)
    {
        var error = Assert.Throws<NestProtocolException>(() => Read(json));

        Assert.DoesNotContain("secret-1", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"publishTime\":\"soon\"")]
    [InlineData("\"publishTime\":7")]
    [InlineData("\"publishTime\":null")]
    public void A_time_that_is_none_is_missing(string member) =>
        Assert.Null(Assert.Single(Read($$"""{"receivedMessages":[{{Delivery("a1", $"\"data\":\"{Hello}\",{member}")}}]}""")).PublishedAt);

    private static string Delivery(string id, string members) => $$"""{"ackId":"{{id}}","message":{ {{members}} } }""";

    private static PulledMessage[] Read(string json) => PullResponse.Read(Encoding.UTF8.GetBytes(json));

    private static string Text(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span);
}
