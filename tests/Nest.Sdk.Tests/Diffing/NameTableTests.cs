using System.Globalization;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class NameTableTests
{
    [Fact]
    public void Finds_every_member_by_name_however_many_there_are()
    {
        var (names, index, document) = Table(Enumerable.Range(0, 1_000).Select(static i => i.ToString(CultureInfo.InvariantCulture)));

        for (var i = 0; i < 1_000; i++)
            Assert.Equal(i + 1, names.Find(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)), index, document));
        Assert.Equal(-1, names.Find("1000"u8, index, document));
        Assert.Equal(-1, names.Find(""u8, index, document));
    }

    [Fact]
    public void Finds_a_name_in_any_spelling()
    {
        var (names, index, document) = Table([@"a\u0062", "", @"\/"]);

        Assert.Equal(1, names.Find("ab"u8, index, document));
        Assert.Equal(1, names.Find(@"\u0061b"u8, index, document));
        Assert.Equal(2, names.Find(""u8, index, document));
        Assert.Equal(3, names.Find("/"u8, index, document));
        Assert.Equal(-1, names.Find(@"a\\u0062"u8, index, document));
    }

    [Fact]
    public void Rejects_a_duplicate_name()
    {
        var (names, index, document) = Table(["a"]);

        Assert.False(names.TryAdd(1, index, document));
    }

    [Fact]
    public void Starts_empty_for_the_next_object()
    {
        var (names, index, document) = Table(["a", "b"]);

        names.Start(1);

        Assert.Equal(-1, names.Find("a"u8, index, document));
        Assert.True(names.TryAdd(1, index, document));
    }

    [Fact]
    public void Names_of_any_length_that_differ_in_one_letter_have_different_hashes()
    {
        for (var length = 1; length <= 40; length++)
        {
            var name = Encoding.UTF8.GetBytes(new string('x', length));
            var hash = NameTable.Hash(name);
            for (var i = 0; i < length; i++)
            {
                name[i] = (byte)'y';
                // Names of up to three bytes, and of more, are read whole.
                Assert.NotEqual(hash, NameTable.Hash(name));
                name[i] = (byte)'x';
            }
        }
    }

    private static (NameTable Names, JsonIndex Index, byte[] Document) Table(IEnumerable<string> spellings)
    {
        var document = Encoding.UTF8.GetBytes($$"""{{{string.Join(',', spellings.Select(static name => $"\"{name}\":0"))}}}""");
        var index = DiffText.Index(document);
        var names = new NameTable();
        names.Start(index.Count - 1);
        for (var entry = 1; entry < index.Count; entry++)
            Assert.True(names.TryAdd(entry, index, document));
        return (names, index, document);
    }
}
