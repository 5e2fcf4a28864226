using System.Text;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class DamageLawsTests
{
    private static readonly Gen<(VersionPair Pair, byte[] Damaged)> Damaged = Gen.Select(VersionPair.Any, JsonDamage.Some, Gen.Bool, (pair, damages, isOld) => (pair, JsonDamage.Apply(isOld ? pair.Old : pair.Next, damages)));

    [Fact]
    public void Damaged_documents_are_validated_like_a_full_parse_without_side_effects() => Damaged.Holds(4_000, one =>
    {
        var (pair, damaged) = one;
        var engine = Law.EngineWith(pair.Old);
        var fresh = Law.EngineWith(pair.Old);
        var isSound = ReferenceParser.Accepts(damaged);

        var error = Refusal(engine, damaged);

        Assert.Equal(isSound, error is null);
        if (error is not null)
            Assert.InRange(error.ByteOffset, 0, damaged.Length);
        Assert.Equal(Encoding.UTF8.GetString(pair.Old), Encoding.UTF8.GetString(engine.Document));
        Assert.Equal(Law.Texts(fresh.Compare(pair.Next)), Law.Texts(engine.Compare(pair.Next)));
        engine.Compare(pair.Next).Commit();
        Assert.Equal(Law.Texts(Law.EngineWith(pair.Next).Compare(pair.Old)), Law.Texts(engine.Compare(pair.Old)));
    }, one => Law.Print(one.Pair.Old, one.Damaged, one.Pair.Next));

    [Fact]
    public void A_patch_and_its_document_are_validated_too() => Damaged.Holds(1_000, one =>
    {
        var isSound = ReferenceParser.Accepts(one.Damaged);

        var error = Record.Exception(() => JsonPatch.Apply(one.Damaged, "[]"u8));

        Assert.Equal(isSound, error is null);
        if (error is not null)
            Assert.InRange(Assert.IsType<JsonInputException>(error).ByteOffset, 0, one.Damaged.Length);
    }, one => Law.Print(one.Damaged));

    private static JsonInputException? Refusal(Utf8JsonDiff engine, byte[] document)
    {
        try
        {
            engine.Compare(document);
            return null;
        }
        catch (JsonInputException error)
        {
            return error;
        }
    }
}
