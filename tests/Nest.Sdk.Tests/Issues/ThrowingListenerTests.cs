using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Scenarios;

namespace Nest.Sdk.Tests.Issues;

/// <summary>A listener of the host to our metrics that throws changes neither the stream nor the outcome of a call.</summary>
public sealed class ThrowingListenerTests : Scenario
{
    [Fact]
    public async Task The_stream_goes_on_and_calls_end_as_they_would()
    {
        var measured = 0;
        var meters = Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => Listen(instrument, all, meters) };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => Throw());
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Throw());
        listener.Start();
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.SetAsync(HallwayPath + "/humidity", 60);
        await home.NextAsync();
        await Server.PushRawAsync("event: put\ndata: broken\n\n");
        await Server.SetAsync(HallwayPath + "/humidity", 65);
        await home.NextAsync();
        Assert.Equal(1, Server.StreamsOpenedEver);
        await Server.CutStreamsAsync();
        await Server.SetAsync(HallwayPath + "/humidity", 70);

        Assert.Equal(70, (await home.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(70, (await Client.GetAsync()).Devices.Thermostats[HallwayId].Humidity);
        await Client.Thermostats.SetTargetTemperatureAsync(HallwayId, Temperature.FromCelsius(21));
        var refused = await Assert.ThrowsAsync<NestRequestException>(() => Client.Thermostats.SetTargetTemperatureAsync("NOBODY", Temperature.FromCelsius(20)));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain(Logs.GetSnapshot(), record => record.Id.Id == 2004);
        // Four updates, one skipped event, one reconnect, three calls.
        Assert.InRange(measured, 9, int.MaxValue);

        void Throw()
        {
            Interlocked.Increment(ref measured);
            throw new InvalidOperationException("the listener's own mistake");
        }
    }

    private static void Listen(Instrument instrument, MeterListener listener, IMeterFactory meters)
    {
        // Those of other tests are not ours.
        if (instrument.Meter.Name == "Nest.Sdk" && instrument.Meter.Scope == meters)
            listener.EnableMeasurementEvents(instrument);
    }
}
