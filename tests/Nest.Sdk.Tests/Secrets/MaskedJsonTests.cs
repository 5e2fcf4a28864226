using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Tests.Secrets;

public sealed class MaskedJsonTests
{
    [Theory]
    [InlineData("""{"client_secret":"x","Refresh_Token":["y"],"private_key":"-----BEGIN","n":1.50}""", """{"client_secret":"***","Refresh_Token":"***","private_key":"***","n":1.50}""")]
    [InlineData("""{"results":{"streamUrls":{"rtspUrl":"rtsps://a/x"},"streamToken":"y","streamExtensionToken":"z","expiresAt":"2018-01-04T18:30:00.000Z"}}""", """{"results":{"streamUrls":{"rtspUrl":"***"},"streamToken":"***","streamExtensionToken":"***","expiresAt":"2018-01-04T18:30:00.000Z"}}""")]
    [InlineData("""{"access\u005ftoken":"x","a":"c.Invented0Token0of0Nest00"}""", """{"access_token":"***","a":"c.***"}""")]
    [InlineData("""{"error":{"code":400,"status":"INVALID_ARGUMENT"},"country_code":"US"}""", """{"error":{"code":400,"status":"INVALID_ARGUMENT"},"country_code":"US"}""")]
    [InlineData("""["\ud800 auth=x","Küche",1e3,true,null]""", """["\ud800 auth=***","Küche",1e3,true,null]""")]
    public void Members_texts_and_names_are_masked_and_the_rest_is_copied(string json, string shown) => Assert.Equal(shown, Masked(new SecretMask(), json));

    [Fact]
    public void Two_different_secret_names_stay_different()
    {
        const string json = """{"c.Invented0Token0of0Nest01":1,"c.Invented0Token0of0Nest02":{"c.Invented0Token0of0Nest03":2},"x":3}""";

        Assert.Equal("""{"c.***":1,"c.***2":{"c.***":2},"x":3}""", Masked(new SecretMask(), json));
    }

    [Fact]
    public void A_token_is_masked_before_the_member_that_identifies_it()
    {
        var mask = new SecretMask();

        Assert.Equal("""{"note":"*** is it","metadata":{"access_token":"***"}}""", Masked(mask, """{"note":"no-shape-at-all is it","metadata":{"access_token":"no-shape-at-all"}}"""));
        Assert.Equal("and later: ***", mask.Apply("and later: no-shape-at-all"));
    }

    [Fact]
    public void A_document_can_have_the_maximum_depth_of_a_stream()
    {
        var json = new string('[', 900) + "\"auth=x\"" + new string(']', 900);

        Assert.Equal(json.Replace("=x", "=***", StringComparison.Ordinal), Masked(new SecretMask(), json));
    }

    /// <summary>The tool masks each document of a stream.</summary>
    [Fact]
    public void A_document_without_secrets_is_searched_without_an_allocation()
    {
        var json = Encoding.UTF8.GetBytes("""{"devices":{"thermostats":{"peyiJNo0IldT2YlIVtYaGQ":{"name":"Hallway (upstairs)","last_connection":"2016-10-31T23:59:59.000Z","humidity":40,"is_online":true}}}}""");
        var mask = new SecretMask(["c.Invented0Token0of0Nest00"]);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        Write();
        Assert.False(MaskedJson.HasSecret(json));

        var before = GC.GetAllocatedBytesForCurrentThread();
        MaskedJson.HasSecret(json);
        Write();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Write()
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            mask.WriteJson(json, writer);
            writer.Flush();
        }
    }

    private static string Masked(SecretMask mask, string json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 }))
            mask.WriteJson(Encoding.UTF8.GetBytes(json), writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
