using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing;

public class AllocationTests
{
    private static readonly JsonTree Home = HomeGen.Of(12, 8, 6, seed: 1);

    private static JsonTree Thermostats(JsonTree home) => home.Member("devices")!.Member("thermostats")!;

    private static void SetHumidity(JsonTree home, int index, string humidity) =>
        Thermostats(home).Members[index].Value.Members.Find(member => member.Name == "humidity")!.Value = JsonTree.Number(humidity);

    [Fact]
    public void The_same_home_costs_no_memory() => AssertNothingIsAllocated(_ => { });

    [Fact]
    public void One_leaf_costs_no_memory() => AssertNothingIsAllocated(home => SetHumidity(home, 3, "99"));

    [Fact]
    public void Three_leaves_of_different_lengths_cost_no_memory() => AssertNothingIsAllocated(home =>
    {
        SetHumidity(home, 2, "7");
        SetHumidity(home, 5, "100.25");
        SetHumidity(home, 9, "1000");
    });

    [Fact]
    public void A_tenth_of_the_leaves_costs_no_memory() => AssertNothingIsAllocated(home =>
    {
        var leaves = JsonSlot.Below(home).Where(slot => slot.Value.Kind == JsonTreeKind.Number).ToArray();
        for (var i = 0; i < leaves.Length; i += 4)
            leaves[i].Value = JsonTree.Number("-1" + leaves[i].Value.Text);
    });

    [Fact]
    public void A_device_removed_or_added_costs_no_memory() => AssertNothingIsAllocated(home => Thermostats(home).Members.RemoveAt(4));

    [Fact]
    public void Another_order_costs_no_memory() => AssertNothingIsAllocated(home =>
    {
        foreach (var device in Thermostats(home).Members)
            device.Value.Members.Reverse();
        home.Members.Reverse();
    });

    /// <summary>
    /// Alternates between two versions, reads the changes, and commits each version with and without a copy.
    /// </summary>
    private static void AssertNothingIsAllocated(Action<JsonTree> edit)
    {
        var other = Home.Clone();
        edit(other);
        byte[][] versions = [JsonStyle.Compact.Write(other), JsonStyle.Compact.Write(Home)];
        var engine = new Utf8JsonDiff();
        engine.Compare(versions[1]).Commit();
        var buffer = new byte[2 * versions[1].Length];
        Round(engine, versions, ref buffer);
        Round(engine, versions, ref buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Round(engine, versions, ref buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Round(Utf8JsonDiff engine, byte[][] versions, ref byte[] buffer)
    {
        for (var i = 0; i < 20; i++)
        {
            foreach (var version in versions)
            {
                if (i % 2 == 0)
                {
                    var copied = engine.Compare(version);
                    Read(copied);
                    copied.Commit();
                    continue;
                }

                // The array from the engine can be too short. A caller would allocate a longer one.
                if (buffer.Length < version.Length)
                    continue;
                version.CopyTo(buffer, 0);
                var changes = engine.Compare(buffer.AsSpan(0, version.Length));
                Read(changes);
                changes.Commit(ref buffer);
            }
        }
    }

    private static void Read(JsonChanges changes)
    {
        foreach (var change in changes)
        {
            if (change.Kind == JsonPatchKind.Remove ? change.New.IsPresent : !change.New.IsPresent)
                Assert.Fail("A removal has no new value, and all others have one.");
        }
    }
}
