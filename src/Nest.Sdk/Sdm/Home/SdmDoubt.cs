namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// An implausible state that full lists report: it is believed when two lists that are some minutes apart agree. Reads
/// of one device do not help, because they repeat the state for hours. See
/// docs/protocol/smart-device-management.md#state-in-the-field.
/// </summary>
internal sealed class SdmDoubt
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private long? _since;

    /// <summary>Whether a list has reported the state and none has confirmed or refuted it.</summary>
    public bool IsOpen => _since is not null;

    /// <summary>Notes that a list reports the state.</summary>
    /// <returns>Whether this list confirms an earlier one, which also closes the doubt.</returns>
    public bool Confirms(TimeProvider time)
    {
        if (_since is { } first && time.GetElapsedTime(first) >= Apart)
        {
            _since = null;
            return true;
        }

        _since ??= time.GetTimestamp();
        return false;
    }

    /// <summary>Notes that a list reports a plausible state.</summary>
    public void Clear() => _since = null;
}
