using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Json;

public sealed partial class EnumWordConverterTests
{
    /// <summary>By name, because callers can use only public enums.</summary>
    public static TheoryData<string> PublicEnums =>
        [.. typeof(INestClient).Assembly.GetExportedTypes().Where(static type => type.IsEnum).Select(static type => type.FullName!)];

    [Theory]
    [MemberData(nameof(PublicEnums))]
    public void Every_public_enum_is_a_word(string name)
    {
        var type = typeof(INestClient).Assembly.GetType(name)!;
        var generated = EnumContext.Default.GetTypeInfo(type);

        Assert.True(generated is not null, $"List {name} in the context of this test.");
        Assert.All(Enum.GetValues(type).Cast<object>(), value =>
        {
            var word = JsonSerializer.Serialize(value, type);

            Assert.Equal($"\"{JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!)}\"", word);
            Assert.Equal(word, JsonSerializer.Serialize(value, generated));
            Assert.Equal(value, JsonSerializer.Deserialize(word, type));
            Assert.Equal(value, JsonSerializer.Deserialize(word, generated));
            Assert.Equal(value, JsonSerializer.Deserialize($"\"{value}\"", type));
        });
        Assert.All((string[])["0", "\"0\"", "\"\"", "\"noSuchWord\"", "null", "{}"], json => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type)));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Enum.ToObject(type, 1_000_000), type));
    }

    [Fact]
    public void A_word_can_be_a_dictionary_key()
    {
        var json = JsonSerializer.Serialize(new Dictionary<ConnectionStatus, int> { [ConnectionStatus.Reconnecting] = 2 });

        Assert.Equal("""{"reconnecting":2}""", json);
        Assert.Equal(2, JsonSerializer.Deserialize<Dictionary<ConnectionStatus, int>>(json)![ConnectionStatus.Reconnecting]);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<ConnectionStatus, int>>("""{"gone":1}"""));
    }

    [Fact]
    public void An_unknown_word_is_refused_with_the_known_ones() => Assert.StartsWith(
        "A JsonPatchKind must be one of: add, remove, replace, move, copy, test.",
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JsonPatchKind>("\"swap\"")).Message,
        StringComparison.Ordinal);

    [JsonSerializable(typeof(ConnectionStatus))]
    [JsonSerializable(typeof(DataModelChangeSource))]
    [JsonSerializable(typeof(DisconnectReason))]
    [JsonSerializable(typeof(JsonPatchKind))]
    [JsonSerializable(typeof(NestAuthorizationFailure))]
    [JsonSerializable(typeof(NestEventPhase))]
    [JsonSerializable(typeof(WwnPermission))]
    [JsonSerializable(typeof(WwnPermissionGapReason))]
    [JsonSerializable(typeof(WwnPermissionRemedy))]
    [JsonSerializable(typeof(NestRequestFailure))]
    [JsonSerializable(typeof(NestRule))]
    [JsonSerializable(typeof(NestRuleVerdict))]
    [JsonSerializable(typeof(NestWriteOutcome))]
    [JsonSerializable(typeof(RecordChangeKind))]
    [JsonSerializable(typeof(TimeToTargetQualifier))]
    private sealed partial class EnumContext : JsonSerializerContext;
}
