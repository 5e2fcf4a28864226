namespace Nest.Sdk.Tests.Scenarios;

/// <summary>The recorder of leaks, beside tests of any kind.</summary>
public sealed class LeakRecorderTests
{
    /// <summary>It once ended the whole process with an internal error of the runtime.</summary>
    [Fact]
    public void An_exception_whose_message_throws_is_recorded_by_its_type()
    {
        using var recorder = new LeakRecorder();

        try
        {
            throw new Unreadable();
        }
        catch (Unreadable)
        {
            // Not asserted by xUnit, which reads the message.
        }

        Assert.True(recorder.HasSeen(nameof(Unreadable)));
    }

    private sealed class Unreadable : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }
}
