using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing;

/// <content>
/// Faults of writes. They wait for a write that passes the rules, whichever calls they are scripted for.
/// </content>
public partial class Fault
{
    /// <summary>
    /// Applies the write and sends it to the streams. The faults that follow come before its response.
    /// <c>Fault.Apply.Then(Fault.Reset)</c> is an applied write without a response.
    /// <c>Fault.Apply.Then(Fault.Delay(…))</c> is a write that the streams show before its response.
    /// </summary>
    public static Fault Apply { get; } = new(new ApplyStep("apply the write", null));

    /// <summary>
    /// Accepts the write and then reverses it. Streams show the new value and then the old one again, as with a locked
    /// device.
    /// </summary>
    /// <param name="after">
    /// The time until the reversal, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>. Default: zero.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static Fault Reversed(TimeSpan after = default)
    {
        ThrowIfNotTimerLength(after, nameof(after));
        return new(new ApplyStep("accept the write and reverse it", new ReversedWrite(after)));
    }

    /// <summary>Accepts the write, but sets a value other than the one in its echo.</summary>
    /// <param name="field">
    /// The field of the device or structure, such as <c>target_temperature_c</c>. A temperature also sets its other
    /// scale, and <c>hvac_state</c> follows a setpoint.
    /// </param>
    /// <param name="value">The value to set.</param>
    /// <param name="after">
    /// The time until the value is set. Streams show the requested value before. Default: null, the requested value is
    /// never shown.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than 49 days.</exception>
    public static Fault Adjusted(string field, JsonNode? value, TimeSpan? after = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ThrowIfNotTimerLength(after ?? default, nameof(after));
        return new(new ApplyStep($"accept the write with another {field}", new AdjustedWrite(field, value?.DeepClone(), after)));
    }
}
