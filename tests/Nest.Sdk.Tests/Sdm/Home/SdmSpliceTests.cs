using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>A changed document is the one that would be written anew.</summary>
public sealed class SdmSpliceTests
{
    private static readonly string[] Ids = ["D1", "D11", "D", "1", "A-b_c", "Ü", "x\\\"y"];

    private static readonly string[] States = ["HEATING", "COOLING", "OFF", "DRYING", ""];

    private static readonly string[] Odd = [Trait("Humidity", ""), Trait("Humidity", "\"ambientHumidityPercent\":\"1\""), Trait("Info", "\"customName\":\"\\\"humidity\\\":1,\"")];

    private static readonly Gen<(string Id, string Trait)> Messages = Gen.Select(
        Gen.Int[0, 6],
        Gen.OneOf(
            Gen.Double[-40, 60].Select(static celsius => Trait("Temperature", $"\"ambientTemperatureCelsius\":{JsonSerializer.Serialize(celsius)}")),
            Gen.Int[0, 100].Select(static percent => Trait("Humidity", $"\"ambientHumidityPercent\":{percent},\"other\":[1]")),
            Gen.Int[0, 4].Select(static number => States[number]).Select(static state => Trait("ThermostatHvac", $"\"status\":\"{state}\"")),
            Gen.Int[0, 2].Select(static number => Odd[number])),
        static (id, trait) => (Ids[id], trait));

    [Fact]
    public void A_changed_document_equals_one_that_is_written_anew() => Gen.Select(Messages.Array[0, 30], Gen.Int[0, 1000]).Sample(
        static (messages, seed) =>
        {
            var home = new SdmHome(TimeProvider.System);
            var sink = new Sink();
            var publisher = new SdmPublisher(home, sink);
            home.TakeList([.. Ids.Select((id, number) => Listed(id, seed + number))], At(0));
            publisher.Open();
            for (var i = 0; i < messages.Length; i++)
            {
                var (id, trait) = messages[i];
                var traits = Encoding.UTF8.GetBytes($"{{{trait}}}");
                if (!SdmPlainTrait.TryRead(traits, out var plain) || !publisher.TryPublish($"enterprises/P/devices/{id}", plain, At(i + 1)))
                {
                    using var json = JsonDocument.Parse(traits);
                    var read = SdmResources.Traits(json.RootElement);
                    publisher.Publish(() => home.TakeTraits($"enterprises/P/devices/{id}", read, At(i + 1)).IsChanged, []);
                }

                Assert.Equal(Encoding.UTF8.GetString(SdmDocument.Write(home.ToSnapshot())), Encoding.UTF8.GetString(sink.Document));
            }
        },
        iter: 500);

    [Fact]
    public void A_usual_message_is_spliced()
    {
        var home = new SdmHome(TimeProvider.System);
        var sink = new Sink();
        var publisher = new SdmPublisher(home, sink);
        home.TakeList([.. Ids.Select(static (id, number) => Listed(id, 3 * number))], At(0));
        publisher.Open();
        Assert.True(SdmPlainTrait.TryRead(Encoding.UTF8.GetBytes($"{{{Trait("Humidity", "\"ambientHumidityPercent\":7")}}}"), out var plain));

        Assert.True(publisher.TryPublish("enterprises/P/devices/D11", plain, At(1)));

        Assert.Equal(1, sink.Splices);
        Assert.Contains("\"humidity\":7", Encoding.UTF8.GetString(sink.Document), StringComparison.Ordinal);
    }

    private static SdmMoment At(int second) => new(DateTimeOffset.UnixEpoch.AddSeconds(second), null);

    /// <summary>Every third thermostat has no humidity, and every fifth no state.</summary>
    private static SdmDevice Listed(string id, int number)
    {
        var traits = $"{{{Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"OFF\"]")}{(number % 3 == 1 ? "" : "," + Trait("Humidity", "\"ambientHumidityPercent\":40"))}{(number % 5 == 1 ? "" : "," + Trait("ThermostatHvac", "\"status\":\"OFF\""))},{Trait("Temperature", "\"ambientTemperatureCelsius\":20.5")}}}";
        using var json = JsonDocument.Parse(traits);
        return new SdmDevice($"enterprises/P/devices/{id}", null, [], SdmResources.Traits(json.RootElement));
    }

    private sealed class Sink : IHomeSink
    {
        public byte[] Document { get; private set; } = [];

        public int Splices { get; private set; }

        public void Accept(ReadOnlySpan<byte> home, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false) => Document = home.ToArray();

        public (byte[] Rented, int Length) RentLast(int spare)
        {
            Splices++;
            var rented = ArrayPool<byte>.Shared.Rent(Document.Length + spare);
            Document.CopyTo(rented, 0);
            return (rented, Document.Length);
        }

        public byte[] Last() => Document;

        public void Raise(NestEvent what) => Assert.Fail("There are no events.");

        public void Reject(NestProtocolException error) => Assert.Fail(error.Message);

        public void Signal()
        {
            // Not of interest.
        }

        public void LinkLost(DisconnectReason reason) => Assert.Fail($"{reason}");

        public void TokenChanged() => Assert.Fail("There is no token.");
    }
}
