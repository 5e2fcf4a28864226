using System.Globalization;

namespace Nest.Sdk.Testing;

/// <summary>
/// How a message of Google is delivered, other than once, at once and in order. Played by
/// <see cref="FakeGoogle.Messages"/>. See docs/protocol/smart-device-management.md#ordering-and-duplicates.
/// </summary>
public sealed class Delivery
{
    private readonly string _description;

    private Delivery(string description, DeliveryKind kind, TimeSpan time = default) => (_description, Kind, Time) = (description, kind, time);

    /// <summary>Gets a delivery that comes twice: two messages with one event id.</summary>
    public static Delivery Twice { get; } = new("twice", DeliveryKind.Twice);

    /// <summary>
    /// Gets a delivery after the message that follows. When none follows, the message is published when the script is
    /// cleared or the lasting entry disposed.
    /// </summary>
    public static Delivery Reordered { get; } = new("reordered", DeliveryKind.Reordered);

    /// <summary>
    /// Gets a delivery that follows a poisoned message: text that is not JSON, data that is not base64, and JSON
    /// without a resource, in turns.
    /// </summary>
    public static Delivery Poison { get; } = new("poison", DeliveryKind.Poison);

    /// <summary>Gets a delivery with the timestamp of the message before it.</summary>
    public static Delivery SameTime { get; } = new("same time", DeliveryKind.SameTime);

    /// <summary>Gets a message that is never published.</summary>
    public static Delivery Lost { get; } = new("lost", DeliveryKind.Lost);

    internal static Delivery Regular { get; } = new("regular", DeliveryKind.Regular);

    internal DeliveryKind Kind { get; }

    internal TimeSpan Time { get; }

    /// <summary>Returns a delivery at once with an old timestamp, as if it had been on its way for a time.</summary>
    /// <param name="age">The time from <c>timestamp</c> to <c>publishTime</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or over a year.</exception>
    public static Delivery Late(TimeSpan age) => new(Describe("late by", age), DeliveryKind.Late, Checked(age, TimeSpan.FromDays(365)));

    /// <summary>Returns a delivery that is published only after a time, by the clock of the fake.</summary>
    /// <param name="time">The time. The message has the timestamp of its beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static Delivery HeldBack(TimeSpan time) => new(Describe("held back for", time), DeliveryKind.HeldBack, Checked(time, Fault.LongestTimer));

    /// <summary>Returns a description.</summary>
    public override string ToString() => _description;

    private static string Describe(string what, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{what} {time.TotalSeconds} s");

    private static TimeSpan Checked(TimeSpan time, TimeSpan longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, longest);
        return time;
    }
}
