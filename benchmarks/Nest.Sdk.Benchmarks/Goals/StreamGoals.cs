using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Benchmarks.Streams;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>The goals of a whole stream, with and without events.</summary>
internal static class StreamGoals
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.25);
    private const int Makes = 3;

    public static Goal ToEmptyParser(string id, HomeSize size, HomeChange change, double limit, double bytes) =>
        Of(id, size, change, " event, to a parser that does nothing", limit, bytes, oneAtATime: false);

    /// <summary>Waiting makes an event slightly slower. The difference is reported.</summary>
    public static Goal ToEmptyParserWaiting(string id, HomeSize size, HomeChange change) =>
        Of(id, size, change, " awaited event, to the same", limit: null, bytes: null, oneAtATime: true);

    public static Goal Kept(string id, HomeSize size, string part, Func<HomeSize, double> measure, double? bytes) =>
        new(id, $"{size} {part}", Limit: null, IsLeast: false, bytes, () => Measurement.OfMemory(measure(size)));

    private static Goal Of(string id, HomeSize size, HomeChange change, string addition, double? limit, double? bytes, bool oneAtATime) =>
        new(id, $"{size} {GoalKinds.Subject(change)}{addition}", limit, IsLeast: false, bytes, () => Pairing.Measure(Works(HomePair.Make(size, change), oneAtATime), Settling, Length));

    private static IEnumerable<(Work Baseline, Work Candidate)> Works(HomePair versions, bool oneAtATime)
    {
        foreach (var pair in versions.Elsewhere(Makes))
        {
            var feed = PutEvent.Feed(pair);
            using var homes = new LocalHomes(() => feed);
            yield return (new EmptyParser(pair), new ClientStream(homes.Add(), feed, pair, oneAtATime));
        }
    }
}
