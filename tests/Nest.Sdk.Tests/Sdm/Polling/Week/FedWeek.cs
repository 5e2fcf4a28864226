using System.Globalization;
using System.Net;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Streaming;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>
/// A client that follows a troubled subscription of a troubled Google. The seed decides what may happen, but not when: runs
/// with one seed differ.
/// </summary>
internal sealed class FedWeek : IAsyncDisposable
{
    private static readonly HttpStatusCode?[] Outages = [null, HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests, 0];

    private readonly SteppedTime _time = new();
    private readonly ActiveWork _work = new();
    private readonly Random _random;
    private readonly ScriptedGoogle _google;
    private readonly TroubledPubSub _pubSub;
    private readonly SdmFeed _feed;
    private readonly HomeStream _stream;
    private readonly Agenda _agenda;
    private readonly Visitor _visitor;
    private readonly ObserverRecorder<NestEvent> _events = new(Patience.Limit);
    private readonly int[] _humidities = [1, 1, 1];
    private readonly HashSet<string> _raised = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rung = new(StringComparer.Ordinal);
    private readonly List<string> _acknowledged = [];
    private readonly List<string> _failures = [];
    private readonly Dictionary<string, CallLimit> _limits = new(StringComparer.Ordinal) { ["devices"] = new("devices.list", 5), ["structures"] = new("structures.list", 5) };
    private int _messages;
    private int _trouble;

    public FedWeek(int seed)
    {
        _random = new Random(seed);
        _google = new ScriptedGoogle(_time) { Called = Count, Answered = AnswerAsync };
        _feed = new SdmFeed(_time);
        _google.Set("structures", """{"structures":[]}""");
        _pubSub = new TroubledPubSub(_time, new Random(seed + 1)) { Acknowledged = Note };
        var provider = _google.Provider(pubSub: _pubSub, feed: _feed);
        var settings = new HomeStreamSettings(TimeSpan.FromSeconds(30), 4096, IncludeDocument: false, new ReconnectSettings(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)));
        _stream = new HomeStream(new MarkedProvider(provider, _work), settings, new NestMetrics(null), new Random(seed + 2), _time, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        _agenda = new Agenda(_random, (TimeSpan.FromMinutes(1), Change), (TimeSpan.FromMinutes(5), Ring), (TimeSpan.FromMinutes(20), ChangeTrouble));
        SetDevices();
        _work.Mark();
        _visitor = new Visitor(_stream);
        _stream.Events.Subscribe(_events);
    }

    /// <summary>What happened, for the output of the test.</summary>
    public override string ToString() => $"{_time.Elapsed}: {_pubSub.Counts} pulls and messages, {_limits["devices"].Count} lists, {_rung.Count} rings, {_raised.Count} events, {_pubSub.Open} open, {_stream.ConnectionState.Status}, fault {_feed.Fault?.Message}";

    public async Task RunAsync(TimeSpan length)
    {
        _work.Mark();
        await PassAsync(length, isTroubled: true);
        (_pubSub.Outage, _pubSub.IsDisordered, _trouble) = (null, false, 0);
        await PassAsync(_time.Elapsed + TimeSpan.FromMinutes(90), isTroubled: false);

        Assert.Equal((ConnectionStatus.Connected, 0), (_stream.ConnectionState.Status, _pubSub.Open));
        Assert.Equal(_humidities.Select(static humidity => (long?)humidity), _stream.Latest!.Model.Devices.Thermostats.Values.Select(static thermostat => (long?)thermostat.Humidity));
        Assert.Equal(_rung.Order(StringComparer.Ordinal), _raised.Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        var stopped = _stream.StopAsync();
        await Eventually.HoldsAsync(() =>
        {
            _time.Step(_time.Elapsed + TimeSpan.FromSeconds(1));
            return stopped.IsCompleted;
        });
        _google.Dispose();
        _pubSub.Dispose();
    }

    private async Task PassAsync(TimeSpan until, bool isTroubled)
    {
        while (_time.Elapsed < until)
        {
            await SettleAsync();
            Check();
            // In small steps: what is queued on the thread pool at this moment would otherwise continue hours later.
            var next = _time.Elapsed + TimeSpan.FromSeconds(5);
            if (!_time.Step(next < until ? next : until) && isTroubled && _agenda.Next <= _time.Elapsed)
                _agenda.Happen(_time.Elapsed);
        }

        await SettleAsync();
        Check();
    }

    /// <summary>Waits until no code is active, and what was acknowledged has arrived.</summary>
    private async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        for (var calm = 0; calm < 15;)
        {
            patience.Token.ThrowIfCancellationRequested();
            var before = _time.Activity;
            await Task.Yield();
            while (_events.TryTake(out var what))
                Take(what!);
            bool hasAll;
            lock (_acknowledged)
                hasAll = _acknowledged.TrueForAll(_raised.Contains);
            calm = hasAll && _time.Activity == before && _work.Threads == 1 && _visitor.IsUpToDate(_stream) ? calm + 1 : 0;
        }
    }

    private void Check()
    {
        lock (_failures)
            Assert.Empty(_failures);
        lock (_acknowledged)
            _acknowledged.Clear();
        while (_visitor.Take() is { } home)
            Assert.All(home.Devices.Thermostats.Values.Zip(_humidities), static pair => Assert.InRange(pair.First.Humidity ?? 0, 1, pair.Second));
    }

    /// <summary>Each report once, and each occurrence new once.</summary>
    private void Take(NestEvent what)
    {
        Assert.True(_raised.Add($"{what.SessionId} {what.Phase}"), $"{what.SessionId} {what.Phase} was raised twice.");
        var other = what.Phase == NestEventPhase.Started ? NestEventPhase.Ended : NestEventPhase.Started;
        Assert.Equal(!_raised.Contains($"{what.SessionId} {other}"), what.IsNew);
    }

    private void Change()
    {
        var index = _random.Next(_humidities.Length);
        _humidities[index]++;
        SetDevices();
        Publish(DeviceName($"D{index}"), ScriptedPubSub.Traits(Trait("Humidity", $"\"ambientHumidityPercent\":{_humidities[index]}")), "", mayBeLost: true);
    }

    /// <summary>Its two reports may come in any order, and must both arrive.</summary>
    private void Ring()
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"s{_rung.Count / 2}");
        foreach (var phase in (string[])["Started", "Ended"])
        {
            _rung.Add($"{session} {phase}");
            Publish(DeviceName("C1"), $"\"events\":{{\"sdm.devices.events.DoorbellChime.Chime\":{{\"eventSessionId\":\"{session}\",\"eventId\":\"{phase}\"}}}}", $"\"eventThreadId\":\"t\",\"eventThreadState\":\"{phase.ToUpperInvariant()}\",", mayBeLost: false);
        }
    }

    private void Publish(string device, string content, string thread, bool mayBeLost) =>
        _pubSub.Publish(ScriptedPubSub.Message($"e{++_messages}", _time.TrueNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), device, content).Insert(1, thread), mayBeLost);

    private void SetDevices() => _google.SetDevices(
    [
        .. _humidities.Select(static (humidity, index) => Device($"D{index}", $"{Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"OFF\"]")},{Trait("Humidity", $"\"ambientHumidityPercent\":{humidity}")}")),
        Device("C1", $"{Trait("CameraMotion", "")},{Trait("DoorbellChime", "")}", "sdm.devices.types.DOORBELL"),
    ]);

    private void ChangeTrouble()
    {
        _pubSub.Outage = _random.Next(2) == 0 ? null : Outages[_random.Next(Outages.Length)];
        _trouble = _random.Next(6);
    }

    private async Task<HttpResponseMessage?> AnswerAsync(string path, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_trouble == 1)
            await Task.Delay(TimeSpan.FromSeconds(25), _time, cancellationToken).ConfigureAwait(false);
        return _trouble switch
        {
            2 => StubHandler.Json("{}", HttpStatusCode.InternalServerError),
            3 => StubHandler.Json("{}", HttpStatusCode.TooManyRequests),
            _ => null,
        };
    }

    private void Count(string path)
    {
        try
        {
            lock (_limits)
                _limits[path].Note(_time.Elapsed);
        }
        catch (Xunit.Sdk.XunitException broken)
        {
            // The client would take it for a failure of the network.
            lock (_failures)
                _failures.Add(broken.Message);
        }
    }

    private void Note(string message)
    {
        using var json = System.Text.Json.JsonDocument.Parse(message);
        if (!json.RootElement.TryGetProperty("eventThreadState", out _))
            return;
        var entry = json.RootElement.GetProperty("resourceUpdate").GetProperty("events").EnumerateObject().Single().Value;
        lock (_acknowledged)
            _acknowledged.Add($"{entry.GetProperty("eventSessionId").GetString()} {entry.GetProperty("eventId").GetString()}");
    }
}
