using System.Text;
using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing;

/// <content>Faults of the network. They affect a call before its response, and an open stream at once.</content>
public partial class Fault
{
    /// <summary>The longest timer of .NET: 2^32 milliseconds.</summary>
    internal static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    /// <summary>
    /// Sends nothing more and keeps the connection open. With <see cref="FaultScript.While(Fault, Calls?)"/> until the
    /// fault is lifted, otherwise forever.
    /// </summary>
    public static StreamFault Stall { get; } = new(new StallStep());

    /// <summary>Closes the connection properly (FIN), with a missing or truncated response.</summary>
    public static StreamFault Close { get; } = new(new CloseStep());

    /// <summary>Resets the connection (RST).</summary>
    public static StreamFault Reset { get; } = new(new ResetStep());

    /// <summary>
    /// Sends the headers of the regular response. The faults that follow affect its body.
    /// <c>Fault.Headers.Then(Fault.Stall)</c> is a stream that opens and stays silent.
    /// </summary>
    public static Fault Headers { get; } = new(new HeadersStep());

    /// <summary>
    /// Waits, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>. A write is applied only after the wait.
    /// </summary>
    /// <param name="delay">The time to wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static StreamFault Delay(TimeSpan delay)
    {
        ThrowIfNotTimerLength(delay, nameof(delay));
        return new(new DelayStep(delay));
    }

    /// <summary>
    /// Sends raw bytes. On an open stream, they are sent between two events. On a call, they replace the whole HTTP
    /// response, and the connection is closed after them.
    /// </summary>
    /// <param name="bytes">The bytes to send. They are copied.</param>
    public static StreamFault Raw(ReadOnlySpan<byte> bytes) => new(new RawStep(bytes.ToArray()));

    /// <summary>Sends text as UTF-8, as <see cref="Raw(ReadOnlySpan{byte})"/> does.</summary>
    /// <param name="text">The text to send, including line ends.</param>
    public static StreamFault Raw(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(new RawStep(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// Closes the connection (FIN) after some more bytes of the body, even in the middle of an event.
    /// </summary>
    /// <param name="bytes">The number of bytes still sent. 0 sends nothing more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static StreamFault CutAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(new CutAfterStep(bytes));
    }

    /// <summary>
    /// Sends the body slowly, a few bytes at a time with a pause in between, until the fault is lifted.
    /// </summary>
    /// <param name="bytes">
    /// The number of bytes at a time. At least 1. A value of 1 splits every multibyte character.
    /// </param>
    /// <param name="period">The pause, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of bytes is less than 1, or the time is negative or longer than 49 days.
    /// </exception>
    public static StreamFault Slow(int bytes, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ThrowIfNotTimerLength(period, nameof(period));
        return new(new SlowStep(bytes, period));
    }

    private static void ThrowIfNotTimerLength(TimeSpan time, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, LongestTimer, name);
    }
}
