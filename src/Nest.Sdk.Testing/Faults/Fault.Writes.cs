using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing;

/// <content>
/// Faults of writes. These wait for a write that no rule refuses, whatever the calls they are scripted for.
/// </content>
public partial class Fault
{
    /// <summary>
    /// The write is done and the streams show it; what follows happens before its answer.
    /// <c>Fault.Apply.Then(Fault.Reset)</c> is a write that counts but has no answer,
    /// <c>Fault.Apply.Then(Fault.Delay(…))</c> is one that is answered after the streams have shown it.
    /// </summary>
    public static Fault Apply { get; } = new(new ApplyStep("apply the write", null));

    /// <summary>
    /// The write is accepted and then reversed: streams show the new value and then the old one again, as with a locked
    /// device.
    /// </summary>
    /// <param name="after">
    /// When it is reversed, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>; at once by default.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static Fault Reversed(TimeSpan after = default)
    {
        ThrowIfNotTimerLength(after, nameof(after));
        return new(new ApplyStep("accept the write and reverse it", new ReversedWrite(after)));
    }

    /// <summary>The write is accepted, but another value shows than the one in its echo.</summary>
    /// <param name="field">
    /// The field of the device or structure, such as <c>target_temperature_c</c>; a temperature has its other scale
    /// changed too, and <c>hvac_state</c> follows a setpoint.
    /// </param>
    /// <param name="value">What shows.</param>
    /// <param name="after">When it shows; null, the default: the requested value never shows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static Fault Adjusted(string field, JsonNode? value, TimeSpan? after = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ThrowIfNotTimerLength(after ?? default, nameof(after));
        return new(new ApplyStep($"accept the write with another {field}", new AdjustedWrite(field, value?.DeepClone(), after)));
    }
}
