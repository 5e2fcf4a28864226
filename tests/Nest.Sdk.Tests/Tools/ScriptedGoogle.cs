using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.PubSub;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Google's API as a script below the HTTP stack: resources that a test sets, and answers that come once.</summary>
internal sealed class ScriptedGoogle(TimeProvider time) : HttpMessageHandler
{
    public const string Project = "32c4c2bc-0001-4000-8000-00000000c0de";

    private readonly ConcurrentDictionary<string, string> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Task<HttpResponseMessage>>>> _once = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, DateTimeOffset At)> _calls = new();

    /// <summary>The calls so far: the path below the project, and the time.</summary>
    public IReadOnlyList<(string Path, DateTimeOffset At)> Calls => [.. _calls];

    /// <summary>How far Google's clock is ahead of the client's. Null: answers have no date.</summary>
    public TimeSpan? Ahead { get; set; } = TimeSpan.Zero;

    /// <summary>The obfuscated id of the user.</summary>
    public string UserId { get; init; } = "AVPHuser";

    /// <summary>Called at each call, before it is answered.</summary>
    public Action<string> Called { get; set; } = static _ => { };

    /// <summary>Answers a call in another way than the resources. A null response leaves it to them.</summary>
    public Func<string, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> Answered { get; set; } = static (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);

    public static string DeviceName(string id) => $"enterprises/{Project}/devices/{id}";

    public static string StructureName(string id) => $"enterprises/{Project}/structures/{id}";

    /// <summary>A thermostat, with its traits as JSON.</summary>
    public static string Device(string id, string traits, string type = "sdm.devices.types.THERMOSTAT") =>
        $$"""{"name":"{{DeviceName(id)}}","type":"{{type}}","traits":{{{traits}}},"parentRelations":[{"parent":"{{StructureName("S1")}}/rooms/R1","displayName":"Hall"}]}""";

    public static string Trait(string name, string fields) => $$"""
        "sdm.devices.traits.{{name}}":{{{fields}}}
        """.Trim();

    /// <summary>Sets a resource, as the text after the project: <c>devices</c>, <c>devices/D1</c>, <c>structures/S1/rooms</c>.</summary>
    public void Set(string path, string json) => _resources[path] = json;

    /// <summary>Lists these devices, each of which can be read too.</summary>
    public void SetDevices(params string[] devices) => Set("devices", $$"""{"devices":[{{string.Join(',', devices)}}]}""");

    /// <summary>Answers the next call of a path differently.</summary>
    public void Once(string path, Func<HttpResponseMessage> answer) => _once.GetOrAdd(path, static _ => new()).Enqueue(() => Task.FromResult(answer()));

    /// <summary>Answers the next call of a path when a test says so.</summary>
    public void Later(string path, Task<HttpResponseMessage> answer) => _once.GetOrAdd(path, static _ => new()).Enqueue(() => answer);

    public void Once(string path, HttpStatusCode status, string body = "{}", int times = 1)
    {
        for (; times > 0; times--)
            Once(path, () => StubHandler.Json(body, status));
    }

    public int CountOf(string path) => _calls.Count(call => call.Path == path);

    /// <summary>Makes the backend that talks to this script.</summary>
    /// <param name="poll">How often it polls.</param>
    /// <param name="relist">How often it lists besides.</param>
    /// <param name="logger">Its logger.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="pubSub">Its subscription. Null: it polls.</param>
    /// <param name="feed">A feed that several providers share. Null: one of its own.</param>
    /// <param name="isOwned">Whether no other process reads the subscription.</param>
    /// <param name="pubSubTokens">Tokens for the subscription alone.</param>
    /// <param name="awaitsDelivery">Whether messages are acknowledged when the observers have returned.</param>
    public SdmProvider Provider(TimeSpan? poll = null, TimeSpan? relist = null, ILogger? logger = null, IAccessTokenSource? tokens = null, HttpMessageHandler? pubSub = null, SdmFeed? feed = null, bool isOwned = true, IAccessTokenSource? pubSubTokens = null, bool awaitsDelivery = false)
    {
        var settings = Settings(poll, relist);
        var source = tokens ?? new FixedAccessTokenSource(AccessToken.Parse("ya29.TESTTOKEN0123456789"));
        var paces = new SdmPaces(time);
        var feedSource = pubSub is null ? null : new FeedSource(feed ?? new SdmFeed(time), PubSub(pubSub, pubSubTokens ?? source), pubSubTokens is not null, new FeedSettings(isOwned, SkipsBacklog: false, awaitsDelivery));
        return new SdmProvider(settings, Rest(settings, source, paces), paces.Checks, feedSource, logger ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, time);
    }

    /// <summary>Makes the calls alone.</summary>
    public SdmRest Rest() => Rest(Settings(null, null), new FixedAccessTokenSource(AccessToken.Parse("ya29.TESTTOKEN0123456789")), new SdmPaces(time));

    private static SdmSettings Settings(TimeSpan? poll, TimeSpan? relist) =>
        new(new Uri("https://smartdevicemanagement.example/"), Project, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), 1024 * 1024)
        {
            PollInterval = poll ?? TimeSpan.FromSeconds(60),
            RelistInterval = relist ?? TimeSpan.FromMinutes(30),
        };

    private PubSubRest PubSub(HttpMessageHandler pubSub, IAccessTokenSource tokens)
    {
        var http = new HttpMessageInvoker(pubSub, disposeHandler: false);
        var settings = new PubSubSettings(new Uri("https://pubsub.example/"), ScriptedPubSub.Subscription, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), 1024 * 1024);
        return new PubSubRest(settings, new SdmTokens(tokens, settings.ResponseTimeout, time), http, http, time);
    }

    private SdmRest Rest(SdmSettings settings, IAccessTokenSource source, SdmPaces paces) =>
        new(settings, new SdmTokens(source, settings.ResponseTimeout, time), new HttpMessageInvoker(this), paces, new NestMetrics(null), time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = request.RequestUri!.AbsolutePath.Replace($"/v1/enterprises/{Project}/", "", StringComparison.Ordinal);
        _calls.Enqueue((path, time.GetUtcNow()));
        Called(path);
        var response = await Answered(path, request, cancellationToken) is { } other ? other
            : _once.TryGetValue(path, out var once) && once.TryDequeue(out var answer) ? await answer().WaitAsync(cancellationToken)
            : _resources.TryGetValue(path, out var json) ? StubHandler.Json(json)
            : StubHandler.Json("""{"error":{"code":404,"message":"not found.","status":"NOT_FOUND"}}""", HttpStatusCode.NotFound);
        if (Ahead is { } ahead)
            response.Headers.Date ??= time.GetUtcNow() + ahead;
        response.Headers.TryAddWithoutValidation("user-id", UserId);
        return response;
    }
}
