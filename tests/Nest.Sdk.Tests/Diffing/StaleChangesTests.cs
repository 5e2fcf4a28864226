using System.Buffers;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class StaleChangesTests
{
    private delegate void Use(JsonChanges changes);

    [Fact]
    public void Changes_cannot_be_used_after_their_commit() => AssertStale(static (_, changes) => changes.Commit());

    [Fact]
    public void Changes_cannot_be_used_after_the_next_comparison() => AssertStale(static (engine, _) => engine.Compare("""{"a":3}"""u8));

    [Fact]
    public void Changes_cannot_be_used_after_a_rejected_comparison() => AssertStale(static (engine, _) => Record.Exception(() => engine.Compare("!"u8).Count));

    [Fact]
    public void Stale_changes_write_no_part_of_a_patch()
    {
        var engine = new Utf8JsonDiff();
        var changes = engine.Compare("[1]"u8);
        changes.Commit();
        var output = new ArrayBufferWriter<byte>();

        AssertThrows(stale => stale.WritePatch(output), changes);

        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Only_the_array_that_was_compared_can_be_taken()
    {
        var engine = new Utf8JsonDiff();
        byte[] other = [.. "[1]"u8];
        byte[] padded = [.. " [1]"u8];

        Assert.Throws<ArgumentException>(() => engine.Compare("[1]"u8.ToArray()).Commit(ref other));
        Assert.Throws<ArgumentException>(() => engine.Compare(padded.AsSpan(1)).Commit(ref padded));
        Assert.True(engine.Document.IsEmpty);
        engine.Compare(other).Commit(ref other);
        Assert.Equal("[1]"u8, engine.Document);
    }

    private static void AssertStale(Action<Utf8JsonDiff, JsonChanges> pass)
    {
        Use[] uses =
        [
            static changes => _ = changes.Count,
            static changes => _ = changes.IsEmpty,
            static changes => _ = changes[0].Kind,
            static changes => changes.ToOperations(),
            static changes => changes.WritePatch(new ArrayBufferWriter<byte>()),
            static changes => changes.Commit(),
            static changes =>
            {
                foreach (var change in changes)
                    Assert.Fail(change.Path);
            },
        ];
        foreach (var use in uses)
        {
            var engine = new Utf8JsonDiff();
            engine.Compare("""{"a":1}"""u8).Commit();
            var changes = engine.Compare("""{"a":2}"""u8);
            pass(engine, changes);
            AssertThrows(use, changes);
        }

        AssertChangeIsStale(pass);
    }

    private static void AssertChangeIsStale(Action<Utf8JsonDiff, JsonChanges> pass)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare("""{"a":1}"""u8).Commit();
        var changes = engine.Compare("""{"a":2}"""u8);
        var change = changes[0];
        pass(engine, changes);
        AssertThrows(change, static each => _ = each.Path);
        AssertThrows(change, static each => _ = each.Old);
        AssertThrows(change, static each => _ = each.New);
        AssertThrows(change, static each => each.ToOperation());
    }

    private static void AssertThrows(JsonChange change, Action<JsonChange> use)
    {
        try
        {
            use(change);
        }
        catch (InvalidOperationException)
        {
            return;
        }

        Assert.Fail("A stale change was used.");
    }

    private static void AssertThrows(Use use, JsonChanges changes)
    {
        try
        {
            use(changes);
        }
        catch (InvalidOperationException)
        {
            return;
        }

        Assert.Fail("Stale changes were used.");
    }
}
