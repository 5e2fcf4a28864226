using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class TimeToTargetTests
{
    [Theory]
    [InlineData("~15", 15, TimeToTargetQualifier.About)]
    [InlineData("~0", 0, TimeToTargetQualifier.About)]
    [InlineData("<5", 5, TimeToTargetQualifier.LessThan)]
    [InlineData(">120", 120, TimeToTargetQualifier.MoreThan)]
    [InlineData("15", 15, TimeToTargetQualifier.None)]
    public void Reads_minutes_and_their_prefix(string text, int minutes, TimeToTargetQualifier qualifier)
    {
        var time = TimeToTarget.From(text);

        Assert.Equal(TimeSpan.FromMinutes(minutes), time.Duration);
        Assert.Equal(qualifier, time.Qualifier);
        Assert.Equal(text, time.ToString());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("~")]
    [InlineData("~-5")]
    [InlineData("~ 5")]
    [InlineData("~99999999999999999999999999999999")]
    public void Preserves_unreadable_text(string text)
    {
        var time = TimeToTarget.From(text);

        Assert.Null(time.Duration);
        Assert.False(time.IsAbsent);
        Assert.Equal(text, time.ToString());
    }

    [Fact]
    public void The_default_is_absent()
    {
        Assert.True(default(TimeToTarget).IsAbsent);
        Assert.Null(default(TimeToTarget).Duration);
        Assert.Equal(TimeToTargetQualifier.None, default(TimeToTarget).Qualifier);
        Assert.Equal(default, TimeToTarget.From(""));
    }

    [Theory]
    [InlineData("\"~15\"", "~15")]
    [InlineData("15", "15")]
    [InlineData("1.5e1", "15")]
    [InlineData("null", "")]
    public void Json_can_be_text_or_a_number(string json, string text) =>
        Assert.Equal(TimeToTarget.From(text), JsonSerializer.Deserialize(json, NestJsonContext.Default.TimeToTarget));
}
