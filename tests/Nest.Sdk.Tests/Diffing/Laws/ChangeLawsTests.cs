using System.Buffers;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class ChangeLawsTests
{
    [Fact]
    public void The_changes_turn_a_version_into_the_next_one() => VersionPair.Any.Holds(5_000, pair =>
    {
        var (old, next) = (ReferenceParser.Parse(pair.Old), ReferenceParser.Parse(pair.Next));

        var changes = Utf8JsonDiff.Compare(pair.Old, pair.Next);

        Assert.True(ReferenceEquality.IsSame(next, ReferencePatch.Apply(old, changes.ToOperations())), "replayed");
        var patched = JsonPatch.Apply(pair.Old, changes.ToOperations());
        Assert.True(ReferenceEquality.IsSame(next, ReferenceParser.Parse(patched)), "applied");
        var patch = new ArrayBufferWriter<byte>();
        changes.WritePatch(patch);
        Assert.Equal(patched, JsonPatch.Apply(pair.Old, patch.WrittenSpan));
        var written = new ArrayBufferWriter<byte>();
        JsonPatch.Write(changes.ToOperations(), written);
        Assert.True(ReferenceEquality.IsSame(ReferenceParser.Parse(written.WrittenSpan), ReferenceParser.Parse(patch.WrittenSpan)), "written");
    }, pair => pair.ToString());

    [Fact]
    public void There_are_no_changes_exactly_when_both_versions_are_equal_by_meaning() => VersionPair.Any.Holds(3_000, pair =>
    {
        var areSame = ReferenceEquality.IsSame(ReferenceParser.Parse(pair.Old), ReferenceParser.Parse(pair.Next));

        var changes = Utf8JsonDiff.Compare(pair.Old, pair.Next);

        Assert.Equal(areSame, changes.IsEmpty);
        Assert.Equal(areSame, changes.Count == 0);
    }, pair => pair.ToString());

    [Fact]
    public void A_change_equals_its_copy() => VersionPair.Any.Holds(2_000, pair =>
    {
        var changes = Utf8JsonDiff.Compare(pair.Old, pair.Next);
        var copies = changes.ToOperations();

        var count = 0;
        foreach (var change in changes)
        {
            var copy = copies[count];
            Assert.Equal(copy.Path, change.Path);
            Assert.Equal(copy.Kind, change.Kind);
            Assert.Equal(copy.Path, changes[count].Path);
            Assert.Equal(copy.OldValue?.ValueKind ?? default, change.Old.Kind);
            Assert.Equal(copy.Value?.ValueKind ?? default, change.New.Kind);
            count++;
        }

        Assert.Equal(copies.Count, count);
        Assert.Equal(copies.Count, changes.Count);
    }, pair => pair.ToString());
}
