using System.Buffers;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class BorrowedChangesTests
{
    [Fact]
    public void The_default_value_has_no_changes_and_commits_none()
    {
        Assert.Equal(0, default(JsonChanges).Count);
        Assert.Empty(default(JsonChanges).ToOperations());
        foreach (var change in default(JsonChanges))
            Assert.Fail(change.Path);
        Assert.Throws<InvalidOperationException>(() => default(JsonChanges).Commit());
        Assert.Throws<InvalidOperationException>(() => default(JsonChange).Path);
        Assert.False(default(JsonChangeValue).IsPresent);
    }

    [Fact]
    public void A_writer_that_uses_the_engine_gets_an_error()
    {
        var engine = new Utf8JsonDiff();
        engine.Compare("""{"a":1,"b":{"c":2}}"""u8).Commit();
        var writer = new Committing(() => engine.Compare("{}"u8).Commit());

        Assert.Throws<InvalidOperationException>(() => engine.Compare("""{"a":2,"b":{"c":3}}"""u8).WritePatch(writer));
    }

    [Theory]
    [InlineData("[1e999999999999999999,0.1e1000000000000000000]", "[0.1e1000000000000000000,1e999999999999999999]")]
    [InlineData("[1e99999999999999999,2]", "[0.1e100000000000000000,2.0]")]
    public void Equal_numbers_are_equal_in_lists_whatever_their_exponents(string old, string next) =>
        Assert.True(Utf8JsonDiff.Compare(System.Text.Encoding.UTF8.GetBytes(old), System.Text.Encoding.UTF8.GetBytes(next)).IsEmpty);

    private sealed class Committing(Action commit) : IBufferWriter<byte>
    {
        private readonly byte[] _buffer = new byte[1024];
        private int _writes;

        public void Advance(int count)
        {
            if (++_writes == 2)
                commit();
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _buffer;

        public Span<byte> GetSpan(int sizeHint = 0) => _buffer;
    }
}
