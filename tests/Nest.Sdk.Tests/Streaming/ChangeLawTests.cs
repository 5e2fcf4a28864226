using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>What left the client never changes, and adds up.</summary>
public class ChangeLawTests
{
    [Fact]
    public async Task What_a_subscriber_keeps_stays_as_it_was()
    {
        await using var rig = new StreamRig(capacity: 20_000);
        var changes = new ObserverRecorder<DataModelChange>();
        rig.Stream.Changes.Subscribe(changes);
        var random = new Random(7);
        var document = RandomHome.Create(random);
        var documents = new List<string> { document.ToJsonString() };
        var connection = await rig.Provider.NextAttemptAsync();
        connection.Put(documents[0]);
        var kept = new List<(DataModelChange Change, string Copy)> { Copied(await changes.NextAsync()) };
        for (var i = 1; i < 10_000; i++)
        {
            RandomHome.Change(document, random);
            documents.Add(document.ToJsonString());
            if (random.Next(500) == 0)
            {
                connection.End();
                await rig.Time.PassNextWaitAsync();
                connection = await rig.Provider.NextAttemptAsync();
            }

            connection.Put(documents[^1]);
            kept.Add(Copied(await changes.NextAsync()));
        }

        // As they were on arrival, and together they lead from the first document to the last.
        Assert.All(kept, entry => Assert.Equal(entry.Copy, Copied(entry.Change).Copy));
        var replayed = JsonNode.Parse(documents[0]);
        foreach (var (change, _) in kept)
            replayed = Patches.Apply(replayed, change.Changes);
        Assert.True(JsonNode.DeepEquals(replayed, document), "The changes do not lead to the last document.");
        Assert.Equal(10_000, changes.Count);
    }

    private static (DataModelChange Change, string Copy) Copied(DataModelChange change) => (change, string.Join(
        '\n',
        Patches.Texts(change)
            .Append(JsonSerializer.Serialize(change.Current, NestJsonContext.Default.DataModel))
            .Append($"{change.IsCaughtUp} {change.GapStart:O} {change.GapEnd:O}")));
}
