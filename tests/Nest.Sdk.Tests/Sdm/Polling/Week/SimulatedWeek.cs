using System.Diagnostics;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Model;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>A client that follows a troubled Google. Everything is decided by the seed, except the jitter of repeated reads.</summary>
internal sealed class SimulatedWeek : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(70);

    private readonly SteppedTime _time = new();
    private readonly ActiveWork _work = new();
    private readonly TrueHouse _house = new();
    private readonly TokenHunter _logger = new("ya29.", "1//0WEEK", "TESTSECRET");
    private readonly Random _random;
    private readonly TroubledGoogle _google;
    private readonly SdmProvider _provider;
    private readonly HomeStream _stream;
    private readonly StateWatch _states;
    private readonly Agenda _agenda;
    private readonly HttpMessageHandler _handler;
    private readonly HttpMessageInvoker _http;
    private readonly List<Visitor> _visitors = [];
    private readonly List<Task<DataModel>> _reads = [];
    private TimeSpan _calmSince;
    private int _homes;
    private int _unsure;
    private int _readsDone;
    private int _readsFailed;

    public SimulatedWeek(int seed, TimeSpan poll)
    {
        _random = new Random(seed);
        _google = new TroubledGoogle(_time, _house, new Random(seed + 1));
        _handler = NestClientComposition.Guarded(_google.Script);
        _http = new HttpMessageInvoker(_handler, disposeHandler: false);
        var limit = TimeSpan.FromSeconds(30);
        var tokens = new GoogleAccessTokens("client-id", "TESTSECRET", new FixedGrant("1//0WEEK-refresh-token"), new Uri("https://oauth2.example/token"), _http, new HttpTimeouts(limit, limit, limit), _time, _logger);
        _provider = _google.Script.Provider(poll, logger: _logger, tokens: tokens);
        var settings = new HomeStreamSettings(limit, 4096, IncludeDocument: false, new ReconnectSettings(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)));
        _stream = new HomeStream(new MarkedProvider(_provider, _work), settings, new NestMetrics(null), new Random(seed + 2), _time, _logger);
        _states = new StateWatch(_stream.ConnectionChanges);
        _agenda = new Agenda(_random,
            (TimeSpan.FromMinutes(4), () => _house.Change(_random)),
            (TimeSpan.FromMinutes(20), ChangeTrouble),
            (TimeSpan.FromMinutes(25), Visit),
            (TimeSpan.FromMinutes(60), Read),
            (TimeSpan.FromHours(3), SetClock));
    }

    /// <summary>What happened, for the output of the test.</summary>
    public override string ToString() =>
        $"{_time.Elapsed}: {_google.Counts} calls, {_google.Tokens} tokens, {_homes} homes, {_states.Lost} lost connections, {_states.Degraded} times degraded, {_google.Falsehoods.Believed} false states believed, {_readsFailed} of {_readsDone} reads failed, {_logger.Count} log entries, {_unsure} unsure steps, now {_google.Trouble}";

    public async Task RunAsync(TimeSpan length)
    {
        _work.Mark();
        Subscribe();
        await PassAsync(length);
        Calm();
        Subscribe();
        await PassAsync(_time.Elapsed + Quiet, onlyTimers: true);
        await AssertAllIsWellAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.StopAsync();
        _http.Dispose();
        _handler.Dispose();
        _google.Script.Dispose();
    }

    private async Task PassAsync(TimeSpan until, bool onlyTimers = false)
    {
        while (_time.Elapsed < until)
        {
            await SettleAsync();
            Check();
            var next = onlyTimers || _agenda.Next > until ? until : _agenda.Next;
            if (!_time.Step(next) && !onlyTimers)
                _agenda.Happen(_time.Elapsed);
        }

        await SettleAsync();
        Check();
    }

    /// <summary>
    /// Waits until all code waits for the clock. Nearly all of it runs inside the step; some continues on the thread pool.
    /// </summary>
    private async Task SettleAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        for (var calm = 0; ;)
        {
            var before = _time.Activity;
            await Task.Yield();
            // This method is all that is active when other code waits.
            calm = _time.Activity == before && _work.Threads == 1 ? calm + 1 : 0;
            var (delays, waiting) = (_time.Delays, Waiting());
            if (!_visitors.TrueForAll(visitor => visitor.IsUpToDate(_stream)))
                calm = 0;
            if (delays == waiting && calm >= 2)
                return;
            // A first home waits a little for its structures, which may wait for the limit.
            if (delays == waiting + 1 && calm >= 50 && _stream.ConnectionState.Status is ConnectionStatus.Connecting or ConnectionStatus.Reconnecting)
                return;
            // Some code may wait for other code, such as two reads that want the same turn.
            if (delays > 0 && delays < waiting && calm >= 50)
            {
                _unsure++;
                return;
            }

            Assert.True(Stopwatch.GetElapsedTime(begun) < Patience.Limit, $"{delays} delays are running and {waiting} are expected. {_stream.ConnectionState}");
        }
    }

    /// <summary>The number of delays that are running when all code waits, unless one waits for another.</summary>
    private int Waiting() => _reads.Count(static read => !read.IsCompleted) + _stream.ConnectionState.Status switch
    {
        // One for the devices, and one for the structures.
        ConnectionStatus.Connected => 2,
        ConnectionStatus.Idle when _visitors.Count == 0 => 0,
        _ => 1,
    };

    private void Check()
    {
        _states.Check();
        foreach (var visitor in _visitors)
        {
            while (visitor.Take() is { } home)
            {
                _homes++;
                _google.Falsehoods.AssertBelievable(home, _time.Elapsed);
            }
        }

        foreach (var read in _reads.Where(static read => read.IsCompleted).ToList())
        {
            _reads.Remove(read);
            _readsDone++;
            if (read.IsCompletedSuccessfully)
                _google.Falsehoods.AssertBelievable(read.Result, _time.Elapsed);
            else
                Assert.True(read.Exception?.InnerException is NestException and not NestAuthorizationException, $"A read failed: {read.Exception}");
            _readsFailed += read.IsCompletedSuccessfully ? 0 : 1;
        }
    }

    private void ChangeTrouble()
    {
        if (_google.Trouble != Trouble.None)
        {
            _google.Begin(Trouble.None);
            _calmSince = _time.Elapsed;
            return;
        }

        // The longest wait is 10 minutes.
        if (_visitors.Count > 0 && _time.Elapsed - _calmSince > TimeSpan.FromMinutes(15))
            Assert.Equal(ConnectionStatus.Connected, _stream.ConnectionState.Status);
        _google.Begin((Trouble)_random.Next(1, Enum.GetValues<Trouble>().Length));
    }

    private void Visit()
    {
        if (_visitors.Count == 0 || (_visitors.Count < 3 && _random.Next(2) == 0))
        {
            // A connection that was closed needs as long as one after a trouble.
            _calmSince = _visitors.Count == 0 && _calmSince < _time.Elapsed ? _time.Elapsed : _calmSince;
            Subscribe();
            return;
        }

        var gone = _random.Next(_visitors.Count);
        _visitors[gone].Dispose();
        _visitors.RemoveAt(gone);
    }

    private void Subscribe() => _visitors.Add(new Visitor(_stream));

    /// <summary>Several reads at once want more calls than Google allows.</summary>
    private void Read()
    {
        for (var times = _random.Next(4) == 0 ? 4 : 1; times > 0; times--)
            _reads.Add(ReadOnceAsync());
    }

    private Task<DataModel> ReadOnceAsync() => _stream.ReadOnceAsync(() => _provider.ReadHomeAsync(TestContext.Current.CancellationToken));

    private void SetClock() => _time.SetWallClockAhead(_random.Next(3) switch
    {
        0 => TimeSpan.FromMinutes(10 * ((2 * _random.NextDouble()) - 1)),
        1 => TimeSpan.FromSeconds((2 * _random.NextDouble()) - 1),
        _ => TimeSpan.Zero,
    });

    private void Calm()
    {
        _google.Begin(Trouble.None);
        _google.IsNoisy = false;
        _time.SetWallClockAhead(TimeSpan.Zero);
    }

    private async Task AssertAllIsWellAsync()
    {
        Assert.Empty(_reads);
        Assert.Equal((ConnectionStatus.Connected, false), (_stream.ConnectionState.Status, _stream.ConnectionState.IsDegraded));
        Assert.False(_stream.Latest!.IsStale);
        var fresh = ReadFreshAsync();
        _reads.Add(fresh);
        while (_reads.Count > 0)
            await PassAsync(_time.Elapsed + TimeSpan.FromMinutes(1), onlyTimers: true);
        foreach (var last in _visitors.Select(static visitor => visitor.Last!))
        {
            _house.AssertShownBy(last);
            Assert.Equal(await fresh, last);
        }

        _logger.AssertNone();
    }

    /// <summary>Reads the house with another client, which knows nothing of the week.</summary>
    private async Task<DataModel> ReadFreshAsync()
    {
        using var other = new HealthyGoogle(_time, _house);
        return DataModelReader.Read(await other.Provider.ReadHomeAsync(TestContext.Current.CancellationToken)).Model;
    }
}
