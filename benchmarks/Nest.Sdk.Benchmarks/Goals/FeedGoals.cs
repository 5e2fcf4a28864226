using Nest.Sdk.Benchmarks.Google;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>The goals of Google's messages.</summary>
internal static class FeedGoals
{
    private const int Fleet = 5000;
    private const int Makes = 3;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.25);

    public static Goal ToTree(string id, string subject, bool isKept, double limit, double bytes) => new(id, subject, limit, IsLeast: false, bytes, () => Pairing.Measure(
        Enumerable.Range(0, Makes).Select(_ =>
        {
            var home = new FollowedHome(0);
            return ((Work)new NodeWork(home, isKept), (Work)new FeedWork([home]));
        }),
        Settling,
        Length));

    /// <summary>A message each for homes in turn, none of them in a cache, as a multiple of one home.</summary>
    public static Goal ToOneHome(string id, string subject, double limit) => new(id, subject, limit, IsLeast: false, Bytes: null, static () => Pairing.Measure(
        [(new FeedWork([new FollowedHome(0)]), new FeedWork([.. Enumerable.Range(0, Fleet).Select(static number => new FollowedHome(number))]))],
        Settling,
        Length));

    /// <summary>The managed memory of an idle home behind a shared feed.</summary>
    public static Goal IdleGoogle(string id, string subject, Func<int, byte[]> list, double? bytes) =>
        new(id, subject, Limit: null, IsLeast: false, bytes, () => Measurement.OfMemory(IdleGoogleHomes.Client(list)));

    public static Goal ToDecoding(string id, string subject, double limit) => new(id, subject, limit, IsLeast: false, Bytes: null, static () => Pairing.Measure(
        Enumerable.Range(0, Makes).Select(static _ => ((Work)new DecodeWork(), (Work)new FeedWork([new FollowedHome(0)]))),
        Settling,
        Length));
}
