using CsCheck;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class MemberLawsTests
{
    private static readonly JsonTree Home = HomeGen.Of(6, 4, 4, 1);

    /// <summary>A home with members added and removed in many places, and sometimes a duplicate.</summary>
    private static readonly Gen<VersionPair> Homes = Gen.Select(Gen.Int[1, 60], Gen.Int, Gen.Int[0, 9], (count, seed, twice) =>
    {
        var random = new Random(seed);
        var home = Home.Clone();
        var objects = JsonSlot.Below(home).Select(slot => slot.Value).Where(value => value.Kind == JsonTreeKind.Object).Append(home).ToArray();
        for (var i = 0; i < count; i++)
        {
            var members = objects[random.Next(objects.Length)].Members;
            if (random.Next(2) == 0 && members.Count > 0)
                members.RemoveAt(random.Next(members.Count));
            else
                members.Insert(random.Next(members.Count + 1), new JsonTreeMember($"new-{(twice == 0 ? i % 7 : i)}", JsonTree.Object(new JsonTreeMember("x", JsonTree.Number("1")))));
        }

        return new VersionPair(JsonStyle.Compact.Write(Home), JsonStyle.Compact.Write(home));
    });

    [Fact]
    public void Members_can_be_added_and_removed_in_many_places() => Homes.Holds(500, pair =>
    {
        var engine = Law.EngineWith(pair.Old);
        if (!ReferenceParser.Accepts(pair.Next))
        {
            Assert.Throws<Nest.Sdk.Diffing.JsonInputException>(() => engine.Compare(pair.Next).Count);
            return;
        }

        var next = ReferenceParser.Parse(pair.Next);

        var changes = engine.Compare(pair.Next);

        var operations = changes.ToOperations();
        Assert.True(ReferenceEquality.IsSame(next, ReferencePatch.Apply(ReferenceParser.Parse(pair.Old), operations)));
        changes.Commit();
        Assert.Equal(Law.Texts(Law.EngineWith(pair.Next).Compare(pair.Old)), Law.Texts(engine.Compare(pair.Old)));
    }, pair => pair.ToString());
}
