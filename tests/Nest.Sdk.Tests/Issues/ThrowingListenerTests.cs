using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Scenarios;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Issues;

/// <summary>
/// Tests that a throwing metrics or activity listener of the host does not end the stream, and does not affect the
/// results of calls.
/// </summary>
public sealed class ThrowingListenerTests : Scenario
{
    [Fact]
    public async Task The_stream_continues_and_calls_have_their_usual_result()
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
        await Server.Faults.NowAsync(Fault.Raw("event: put\ndata: broken\n\n"));
        await Server.SetAsync(HallwayPath + "/humidity", 65);
        await home.NextAsync();
        Assert.Single(Server.Streams);
        await Server.Faults.NowAsync(Fault.Reset);
        await Server.SetAsync(HallwayPath + "/humidity", 70);

        Assert.Equal(70, (await home.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(70, (await Client.GetAsync()).Devices.Thermostats[HallwayId].Humidity);
        await Client.Thermostats.SetTargetTemperatureAsync(HallwayId, Temperature.FromCelsius(21), Writes.Unchecked);
        var refused = await Assert.ThrowsAsync<NestRequestException>(() => Client.Thermostats.SetTargetTemperatureAsync("UNKNOWN", Temperature.FromCelsius(20), Writes.Unchecked));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain(Logs.GetSnapshot(), record => record.Id.Id == 2004);
        // Four updates, one skipped event, one reconnect, three calls.
        Assert.InRange(measured, 9, int.MaxValue);

        void Throw()
        {
            Interlocked.Increment(ref measured);
            throw new InvalidOperationException("the listener's own mistake");
        }
    }

    /// <summary>
    /// .NET itself has lost the response here, so the result of a call cannot be the same. What remains is an error of
    /// the library, one request, and a stream that reconnects.
    /// </summary>
    [Fact]
    public async Task A_throwing_listener_of_http_activities_fails_only_the_attempt()
    {
        var isThrowing = true;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // Those of other tests are ignored.
                if (Volatile.Read(ref isThrowing) && activity.TagObjects.Any(tag => tag.Key == "server.port" && Equals(tag.Value, Server.Endpoint.Port)))
                    throw new InvalidOperationException("the listener's own mistake");
            },
        };
        ActivitySource.AddActivityListener(listener);
        var states = Record(Client.ConnectionChanges);
        var home = Record(Client.Updates);

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => Client.Thermostats.SetTargetTemperatureAsync(HallwayId, Temperature.FromCelsius(21), Writes.Unchecked));
        Assert.IsType<InvalidOperationException>(error.InnerException!.InnerException);
        Assert.Single(Server.Requests, request => request.Method == "PUT");
        Assert.Equal(DisconnectReason.NetworkError, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
        Volatile.Write(ref isThrowing, false);

        await home.NextAsync();
        Assert.DoesNotContain(Logs.GetSnapshot(), record => record.Id.Id == 2004);
    }

    private static void Listen(Instrument instrument, MeterListener listener, IMeterFactory meters)
    {
        // Those of other tests are ignored.
        if (instrument.Meter.Name == "Nest.Sdk" && instrument.Meter.Scope == meters)
            listener.EnableMeasurementEvents(instrument);
    }
}
