using System.Text;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class VersionLawsTests
{
    private static readonly Gen<(JsonEdit[] Edits, JsonStyle Style)> Step = Gen.Select(JsonEdit.Some, VersionPair.Style);

    private static readonly Gen<byte[][]> Chain = Gen.Select(VersionPair.Document, VersionPair.Style, Step.Array[1, 6], Versions);

    [Fact]
    public void After_each_version_an_engine_equals_a_new_one() => Chain.Select(Gen.Int).Holds(2_500, one =>
    {
        var (versions, seed) = one;
        var random = new Random(seed);
        var engine = new Utf8JsonDiff();
        byte[] committed = [];
        byte[] buffer = [];

        foreach (var version in versions)
        {
            var fresh = committed.Length == 0 ? new Utf8JsonDiff() : Law.EngineWith(committed);
            // The committed array can be longer than its version.
            if (buffer.Length < version.Length)
                buffer = new byte[version.Length + random.Next(20)];
            version.CopyTo(buffer, 0);

            var changes = engine.Compare(buffer.AsSpan(0, version.Length));

            Assert.Equal(Law.Texts(fresh.Compare(version)), Law.Texts(changes));
            switch (random.Next(5))
            {
                case 0:
                    break;
                case 1 or 2:
                    changes.Commit();
                    committed = version;
                    break;
                default:
                    changes.Commit(ref buffer);
                    committed = version;
                    break;
            }

            // The engine must no longer depend on the caller's array.
            Array.Fill(buffer, (byte)'!');
            Assert.Equal(Encoding.UTF8.GetString(committed), Encoding.UTF8.GetString(engine.Document));
        }
    }, one => Law.Print(one.Item1));

    [Fact]
    public void The_same_bytes_change_nothing() => VersionPair.Document.Select(VersionPair.Style, (tree, style) => style.Write(tree)).Holds(500, document =>
    {
        var engine = Law.EngineWith(document);

        Assert.Equal(0, engine.Compare(document).Count);
        engine.Compare(document).Commit();
        Assert.Equal(0, engine.Compare(document).Count);
    }, document => Law.Print(document));

    [Fact]
    public void Another_spelling_changes_only_the_bytes() => VersionPair.Document.Select(JsonStyle.Any, JsonStyle.Any, (tree, one, other) => new VersionPair(one.Write(tree), other.Write(tree))).Holds(1_500, pair =>
    {
        var engine = Law.EngineWith(pair.Old);

        var changes = engine.Compare(pair.Next);

        Assert.Equal([], Law.Texts(changes));
        changes.Commit();
        Assert.True(engine.Document.SequenceEqual(pair.Next));
        Assert.Equal(0, engine.Compare(pair.Next).Count);
        Assert.Equal(0, engine.Compare(pair.Old).Count);
    }, pair => pair.ToString());

    private static byte[][] Versions(JsonTree tree, JsonStyle style, (JsonEdit[] Edits, JsonStyle Style)[] steps)
    {
        var versions = new List<byte[]> { style.Write(tree) };
        foreach (var step in steps)
        {
            tree = JsonEdit.Apply(tree, step.Edits);
            versions.Add(step.Style.Write(tree));
        }

        return [.. versions];
    }
}
