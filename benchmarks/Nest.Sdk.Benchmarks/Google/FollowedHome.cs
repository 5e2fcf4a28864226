using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using Nest.Sdk.Sdm.PubSub;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>A home behind a feed: listed, and ready for messages.</summary>
internal sealed class FollowedHome
{
    private static readonly FeedTimer Timer = new(TimeProvider.System);

    public FollowedHome(int number)
    {
        var settings = new SdmSettings(new Uri("https://sdm.example/"), GoogleHome.Project, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), 1024 * 1024) { PollInterval = TimeSpan.FromDays(1), RelistInterval = TimeSpan.FromDays(1) };
        var http = new HttpMessageInvoker(new AccessTokenHandler(new LocalGoogle(GoogleHome.List)));
        var tokens = new SdmTokens(new FixedAccessTokenSource(LocalGoogle.Token(number)), settings.ResponseTimeout, TimeProvider.System);
        var paces = new SdmPaces(TimeProvider.System);
        var home = new SdmHome(TimeProvider.System);
        var reader = new SdmReader(new SdmRest(settings, tokens, http, paces, new NestMetrics(null), TimeProvider.System), home, paces.Checks, NullLogger.Instance, TimeProvider.System);
        var publisher = new SdmPublisher(home, Sink);
        var poll = new SdmPoll(reader, publisher, static () => TimeSpan.FromDays(1), settings, Timer.DelayAsync, NullLogger.Instance, TimeProvider.System);
        var pubSub = new PubSubSettings(new Uri("https://pubsub.example/"), "projects/bench/subscriptions/bench", settings.ConnectTimeout, settings.ResponseTimeout, TimeSpan.FromMinutes(2), 1024 * 1024);
        Member = new FeedMember(new PubSubRest(pubSub, tokens, http, http, TimeProvider.System), false, home, reader, poll, publisher, new Arrivals(NullLogger.Instance), new FeedSettings(true, false, false), NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        _ = poll.RunAsync(CancellationToken.None);
        poll.Connected.Wait();
    }

    public GateSink Sink { get; } = new();

    public FeedMember Member { get; }
}
