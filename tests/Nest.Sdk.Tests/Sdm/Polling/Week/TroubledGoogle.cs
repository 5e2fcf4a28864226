using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Nest.Sdk.Http;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>Google's API and token endpoint over a house, with one trouble at a time. Counts every call.</summary>
internal sealed class TroubledGoogle
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly SteppedTime _time;
    private readonly TrueHouse _house;
    private readonly Random _random;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CallLimit> _limits = new(StringComparer.Ordinal)
    {
        ["devices"] = new("devices.list", 5),
        ["devices/"] = new("devices.get", 3),
        ["structures"] = new("structures.list", 5),
        ["structures/"] = new("rooms.list", 5),
    };

    private readonly Dictionary<string, TimeSpan> _tokenEnds = new(StringComparer.Ordinal);

    private TimeSpan _tokensEndedAt;
    private string? _victim;

    public TroubledGoogle(SteppedTime time, TrueHouse house, Random random)
    {
        (_time, _house, _random) = (time, house, random);
        Falsehoods = new Falsehoods(house);
        Script = new ScriptedGoogle(time) { Ahead = null, Answered = AnswerAsync };
    }

    public ScriptedGoogle Script { get; }

    public Falsehoods Falsehoods { get; }

    /// <summary>What is wrong now.</summary>
    public Trouble Trouble { get; private set; }

    /// <summary>Whether even single calls fail without a trouble.</summary>
    public bool IsNoisy { get; set; } = true;

    /// <summary>The number of tokens so far.</summary>
    public int Tokens { get; private set; }

    public string Counts => string.Join(", ", _limits.Values.Select(limit => limit.Count));

    public void Begin(Trouble trouble)
    {
        lock (_lock)
        {
            (Trouble, _victim) = (trouble, null);
            // Google refuses a token before its time, but not each new one.
            if (trouble != Trouble.Tokens || _time.Elapsed - _tokensEndedAt < TokenLife)
                return;
            _tokensEndedAt = _time.Elapsed;
            _tokenEnds.Clear();
        }
    }

    private async Task<HttpResponseMessage?> AnswerAsync(string path, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TimeSpan? delay;
        lock (_lock)
        {
            // Counted on arrival, whatever becomes of the call.
            if (path != "/token")
                _limits[path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? path[..(slash + 1)] : path].Note(_time.Elapsed);
            delay = Trouble == Trouble.SlowAnswers && Chance(0.5) ? TimeSpan.FromSeconds(_random.Next(1, 50)) : null;
        }

        if (delay is { } wait)
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            var response = path == "/token" ? Token() : IsAuthorized(request) ? Answer(path) : Error(HttpStatusCode.Unauthorized);
            if (Trouble != Trouble.NoDates || Chance(0.5))
                response.Headers.Date = _time.TrueNow;
            return response;
        }
    }

    private HttpResponseMessage Answer(string path) => Trouble switch
    {
        Trouble.ServerErrors when Chance(0.7) => Failed(),
        Trouble.RateLimits when Chance(0.6) => Limited(),
        Trouble.Resets when Chance(0.7) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
        Trouble.WebPages when Chance(0.6) => Page(HttpStatusCode.OK),
        Trouble.Refusals when Chance(0.5) => Error(Chance(0.5) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound),
        Trouble.FalseModes or Trouble.MissingTraits when path.StartsWith("devices/", StringComparison.Ordinal) && Chance(0.3) => Chance(0.5) ? Failed() : Limited(),
        _ when IsNoisy && Chance(0.005) => Failed(),
        _ => StubHandler.Json(path.Split('/') switch
        {
            ["devices"] => List(),
            ["devices", var id] => _house.Find(id)?.ToJson() ?? "{}",
            ["structures"] => TrueHouse.StructuresJson,
            ["structures", var id, "rooms"] => _house.RoomsJson(id),
            _ => throw new InvalidOperationException($"Unexpected call: {path}"),
        }),
    };

    /// <summary>The list, which is false in some troubles. Notes what it claims.</summary>
    private string List()
    {
        var known = _house.Thermostats.Select(thermostat => thermostat.Id).Where(Falsehoods.IsKnown).ToList();
        if (known.Count > 0)
            _victim ??= known[_random.Next(known.Count)];
        if (Trouble == Trouble.EmptyLists && Chance(0.97))
        {
            Falsehoods.NoteEmpty(_time.Elapsed);
            return "{}";
        }

        string[] bare = Trouble switch
        {
            Trouble.DeviceWithoutTraits when Chance(0.97) && _victim is not null => [_victim],
            Trouble.DevicesWithoutTraits when Chance(0.97) => [.. _house.Thermostats.Select(thermostat => thermostat.Id)],
            _ => [],
        };
        var isFalse = Trouble is Trouble.FalseModes or Trouble.MissingTraits;
        string[] wrong = [.. known.Where(id => isFalse && Chance(0.5))];
        Falsehoods.NoteList(_time.Elapsed, bare);
        return $$"""{"devices":[{{string.Join(',', _house.Thermostats.Select(thermostat => bare.Contains(thermostat.Id) ? thermostat.ToJsonWithoutTraits()
            : !wrong.Contains(thermostat.Id) ? thermostat.ToJson()
            : Trouble == Trouble.FalseModes ? thermostat.ToFalseModes() : thermostat.ToMissingTraits()))}}]}""";
    }

    private HttpResponseMessage Token()
    {
        if (Trouble == Trouble.Tokens && Chance(0.7))
            return Chance(0.5) ? Failed() : throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");
        var token = string.Create(CultureInfo.InvariantCulture, $"ya29.WEEK-{++Tokens}");
        _tokenEnds[token] = _time.Elapsed + TokenLife;
        return StubHandler.Json($$"""{"access_token":"{{token}}","expires_in":3599,"scope":"https://www.googleapis.com/auth/sdm.service","token_type":"Bearer"}""");
    }

    private bool IsAuthorized(HttpRequestMessage request) =>
        request.Options.TryGetValue(AccessTokenHandler.Token, out var token) && _tokenEnds.TryGetValue(token.Reveal(), out var end) && _time.Elapsed < end;

    private HttpResponseMessage Failed() => Chance(0.5)
        ? Page((HttpStatusCode)(500 + _random.Next(5)))
        : Error(Chance(0.5) ? HttpStatusCode.InternalServerError : HttpStatusCode.ServiceUnavailable);

    private HttpResponseMessage Limited()
    {
        var response = Error(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = _random.Next(4) switch
        {
            0 => new RetryConditionHeaderValue(TimeSpan.FromSeconds(_random.Next(1, 120))),
            1 => new RetryConditionHeaderValue(_time.TrueNow.AddSeconds(_random.Next(1, 120))),
            _ => null,
        };
        return response;
    }

    private static HttpResponseMessage Page(HttpStatusCode status) => new(status) { Content = new StringContent("<!DOCTYPE html><title>Sign in</title>", MediaTypeHeaderValue.Parse("text/html")) };

    private static HttpResponseMessage Error(HttpStatusCode status) => StubHandler.Json($$"""{"error":{"code":{{(int)status}},"message":"The call failed.","status":"{{status}}"} }""", status);

    private bool Chance(double share) => _random.NextDouble() < share;
}
