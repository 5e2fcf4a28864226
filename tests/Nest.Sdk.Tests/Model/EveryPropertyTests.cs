using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Model;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests that a field of the model needs only a property of a record.</summary>
public sealed class EveryPropertyTests
{
    private const string Hall = "devices/thermostats/thermostat-hall-0001";
    private const string Porch = "devices/cameras/camera-porch-0001";
    private const string Lake = "structures/structure-lake-0001";

    /// <summary>The path of a record of each type in the full home.</summary>
    private static readonly Dictionary<Type, string> Samples = new()
    {
        [typeof(DataModel)] = "",
        [typeof(NestMetadata)] = "metadata",
        [typeof(Devices)] = "devices",
        [typeof(Thermostat)] = Hall,
        [typeof(SmokeCoAlarm)] = "devices/smoke_co_alarms/protect-kitchen-0001",
        [typeof(Camera)] = Porch,
        [typeof(CameraEvent)] = $"{Porch}/last_event",
        [typeof(ActivityZone)] = $"{Porch}/activity_zones/0",
        [typeof(Structure)] = Lake,
        [typeof(Room)] = $"{Lake}/wheres/where-hall-01",
        [typeof(Eta)] = $"{Lake}/eta",
    };

    public static TheoryData<Type, string> Properties => [.. Records.SelectMany(PropertiesOf, static (record, property) => (record, property.Name))];

    private static IEnumerable<Type> Records => typeof(DataModel).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(WireConverter<>).MakeGenericType(type.IsClass ? type : typeof(object)));

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_property_is_read_written_and_edited(Type record, string name) => typeof(EveryPropertyTests)
        .GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record)
        .CreateDelegate<Action<PropertyInfo>>()(record.GetProperty(name)!);

    [Fact]
    public void The_full_home_has_a_record_of_each_type() => Assert.Equal(Records.ToHashSet(), Samples.Keys.ToHashSet());

    private static void Check<T>(PropertyInfo property)
        where T : class, new()
    {
        using var document = JsonDocument.Parse(FullHome);
        var json = Samples[typeof(T)].Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(document.RootElement, static (at, name) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, null)] : at.GetProperty(name));
        var read = json.Deserialize<T>()!;
        var without = WireTypes.Of<T>().Clone(read);
        property.SetValue(without, property.GetValue(new T()));

        Assert.NotEqual(property.GetValue(new T()), property.GetValue(read));
        var members = MembersOf(read).Except(MembersOf(without)).ToArray();
        Assert.Equal(property.PropertyType == typeof(Temperature?) ? 2 : 1, members.Length);
        Assert.Equal(read, members.Aggregate(without, (record, member) => Edit(record, member, JsonSerializer.SerializeToUtf8Bytes(json.GetProperty(member)))));
        Assert.Equal(without, members.Aggregate(read, static (record, member) => Edit(record, member, [])));
    }

    private static T Edit<T>(T record, string member, byte[] value)
        where T : class
    {
        var leaf = new LeafPath(value);
        leaf.TryAdd(System.Text.Encoding.UTF8.GetBytes(member));

        Assert.Equal(EditResult.Changed, WireTypes.Of<T>().TryEdit(ref record, ref leaf, new()));

        return record;
    }

    private static IEnumerable<string> MembersOf<T>(T record) => JsonSerializer.SerializeToElement(record).EnumerateObject().Select(static member => member.Name);

    private static IEnumerable<PropertyInfo> PropertiesOf(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.CanWrite && property.Name != nameof(DataModel.ExtensionData));
}
