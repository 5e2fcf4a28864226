using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests that engines share the working memory of comparisons.</summary>
public class DiffWorkTests
{
    [Theory]
    [InlineData("""{"a":2}""", true)]
    [InlineData("""{ "a":2}""", true)]
    [InlineData("""{"a":""", false)]
    [InlineData("""{"a":2,"a":3}""", false)]
    public void The_next_engine_reuses_it_after_a_commit_and_after_a_rejection(string next, bool isSound)
    {
        var engine = Engine("""{"a":1}""");
        var work = DiffWork.Rent();
        work.Return();

        var error = Record.Exception(() => engine.Compare(Encoding.UTF8.GetBytes(next)).Commit());

        Assert.Equal(isSound, error is null);
        Assert.Same(work, DiffWork.Rent());
    }

    [Fact]
    public void Two_engines_with_changes_do_not_share_it()
    {
        var (one, other) = (Engine("""{"a":1}"""), Engine("""{"b":1}"""));

        var changes = one.Compare("""{"a":2}"""u8);
        other.Compare("""{"b":{},"c":[]}"""u8).Commit();

        Assert.Equal("/a", changes[0].Path);
        Assert.Equal(1, changes.Count);
    }

    [Fact]
    public void The_memory_of_a_huge_document_is_not_retained()
    {
        var engine = Engine("[]");
        var work = DiffWork.Rent();
        work.Return();

        engine.Compare(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 100_000))}]")).Commit();

        Assert.NotSame(work, DiffWork.Rent());
    }

    private static Utf8JsonDiff Engine(string document)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(Encoding.UTF8.GetBytes(document)).Commit();
        return engine;
    }
}
