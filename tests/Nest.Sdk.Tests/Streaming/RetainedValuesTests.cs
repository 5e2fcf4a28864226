using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Values that a subscriber keeps never change, and the changes are complete.</summary>
public class RetainedValuesTests
{
    private const int Events = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task All_published_values_stay_unchanged(int seed)
    {
        var random = new Random(seed);
        var home = new RandomHome(random);
        await using var rig = new StreamRig(capacity: Events + 1, includeDocument: true);
        var models = new Keeper<DataModel>(Describe);
        var changes = new Keeper<DataModelChange>(Describe);
        rig.Stream.Updates.Subscribe(models);
        rig.Stream.Changes.Subscribe(changes);
        var buffer = new byte[64 * 1024];
        var connection = await rig.Provider.NextAttemptAsync();
        var reconnects = 0;

        for (var i = 0; i < Events; i++)
        {
            if (random.Next(50) == 0)
            {
                connection.Fail(new NestConnectionException("cut"));
                await rig.Time.PassNextWaitAsync();
                connection = await rig.Provider.NextAttemptAsync();
                reconnects++;
            }

            // The parser reuses its buffer, and so does this test.
            var length = Encoding.UTF8.GetBytes(random.Next(40) == 0 ? "{\"devices\":{" : home.Next(), buffer);
            connection.Put(buffer.AsMemory(0, length));
            buffer.AsSpan(0, length).Fill((byte)'#');
        }

        await rig.Stream.StopAsync();
        var keptModels = await models.AllAsync();
        var keptChanges = await changes.AllAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Events} events, {reconnects} reconnects, {keptChanges.Count} changes, {keptChanges.Count(kept => kept.Value.IsCaughtUp)} of them caught up.");
        Assert.True(keptChanges.Count > Events / 2);
        Assert.All(keptModels, kept => Assert.Equal(kept.Copy, Describe(kept.Value)));
        Assert.All(keptChanges, kept => Assert.Equal(kept.Copy, Describe(kept.Value)));
        // Both report the same in the same order.
        Assert.Equal(keptModels.Count, keptChanges.Count);
        Assert.All(keptModels.Zip(keptChanges), pair => Assert.Same(pair.First.Value, pair.Second.Value.Current));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_changes_applied_in_turn_to_the_first_document_produce_each_later_one(int seed)
    {
        var random = new Random(seed);
        var home = new RandomHome(random);
        await using var rig = new StreamRig(capacity: Events + 1, includeDocument: true);
        var changes = new Keeper<DataModelChange>(_ => "");
        rig.Stream.Changes.Subscribe(changes);
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < Events / 2; i++)
        {
            connection.Put(home.Next());
            if (random.Next(50) > 0)
                continue;
            connection.Fail(new NestConnectionException("cut"));
            await rig.Time.PassNextWaitAsync();
            connection = await rig.Provider.NextAttemptAsync();
        }

        await rig.Stream.StopAsync();
        var all = await changes.AllAsync();
        var document = Parse(all[0].Value);
        for (var i = 1; i < all.Count; i++)
        {
            var change = all[i].Value;
            Assert.NotEmpty(change.Json);
            Assert.Same(all[i - 1].Value.Current, change.Previous);
            document = Patches.Apply(document, change.Json);
            var expected = Parse(change);
            Assert.True(JsonNode.DeepEquals(expected, document), $"Change {i}: expected {expected} and got {document}.");
            Assert.Equal(change.Current, DataModelReader.Read(change.Document!.Value.Span).Model);
        }
    }

    /// <summary>The token is not data, so changes omit it.</summary>
    private static JsonNode Parse(DataModelChange change)
    {
        var document = JsonNode.Parse(change.Document!.Value.Span)!;
        (document["metadata"] as JsonObject)?.Remove("access_token");
        return document;
    }

    private static string Describe(DataModel model) => JsonSerializer.Serialize(model, NestJsonContext.Default.DataModel);

    private static string Describe(DataModelChange change) => string.Join(
        '\n',
        [
            Describe(change.Current),
            change.Previous is null ? "none" : Describe(change.Previous),
            .. Patches.Texts(change),
            string.Create(CultureInfo.InvariantCulture, $"{change.IsCaughtUp} {change.GapStart:O} {change.GapEnd:O} {change.ReceivedAt:O}"),
            Encoding.UTF8.GetString(change.Document!.Value.Span),
        ]);

    /// <summary>Keeps each value with a deep copy that is made on arrival.</summary>
    private sealed class Keeper<T>(Func<T, string> describe) : IObserver<T>
    {
        private readonly List<(T Value, string Copy)> _kept = [];
        private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<List<(T Value, string Copy)>> AllAsync()
        {
            await _completed.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
            return _kept;
        }

        public void OnNext(T value) => _kept.Add((value, describe(value)));

        public void OnError(Exception error) => _completed.TrySetException(error);

        public void OnCompleted() => _completed.TrySetResult();
    }
}
