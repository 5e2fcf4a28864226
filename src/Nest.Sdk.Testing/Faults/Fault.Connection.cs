using System.Text;
using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing;

/// <content>Faults of the network. On a call they come before its answer, on an open stream at once.</content>
public partial class Fault
{
    /// <summary>The longest timer of .NET: 2^32 milliseconds.</summary>
    internal static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    /// <summary>
    /// Sends nothing more and keeps the connection open until the fault is over
    /// (<see cref="FaultScript.While(Fault, Calls?)"/>), otherwise forever.
    /// </summary>
    public static StreamFault Stall { get; } = new(new StallStep());

    /// <summary>The connection is closed properly (FIN), but the answer is missing or truncated.</summary>
    public static StreamFault Close { get; } = new(new CloseStep());

    /// <summary>The connection is reset (RST).</summary>
    public static StreamFault Reset { get; } = new(new ResetStep());

    /// <summary>
    /// The headers of the regular answer go out now; what follows happens in its body.
    /// <c>Fault.Headers.Then(Fault.Stall)</c> is a stream that opens and stays silent.
    /// </summary>
    public static Fault Headers { get; } = new(new HeadersStep());

    /// <summary>
    /// Nothing happens for a while, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>; a write is not
    /// applied before.
    /// </summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static StreamFault Delay(TimeSpan delay)
    {
        ThrowIfNotTimerLength(delay, nameof(delay));
        return new(new DelayStep(delay));
    }

    /// <summary>
    /// Bytes of your choice. On a stream that is open they stand between its events. On a call they are all there is on
    /// the connection, no HTTP around them, and it is closed after them.
    /// </summary>
    /// <param name="bytes">What goes over the wire; it is copied.</param>
    public static StreamFault Raw(ReadOnlySpan<byte> bytes) => new(new RawStep(bytes.ToArray()));

    /// <summary>Text of your choice as UTF-8; as <see cref="Raw(ReadOnlySpan{byte})"/>.</summary>
    /// <param name="text">What goes over the wire, line ends included.</param>
    public static StreamFault Raw(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(new RawStep(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// After some more bytes of the body the connection is closed (FIN), in the middle of an event if that is where it
    /// is.
    /// </summary>
    /// <param name="bytes">How many bytes are still sent. 0 sends nothing more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static StreamFault CutAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(new CutAfterStep(bytes));
    }

    /// <summary>The body is sent slowly: some bytes, then a pause, and so on, until the fault is over.</summary>
    /// <param name="bytes">How many bytes at a time; at least 1. One splits every character that has several.</param>
    /// <param name="period">The pause, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no byte, or the time is negative or longer than 49 days.
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
