using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Changes an accepted write.</summary>
internal interface IWriteAlteration
{
    /// <summary>
    /// Alters the write. Called while the home is locked, before the write is published. <paramref name="later"/>
    /// schedules a further change.
    /// </summary>
    void Alter(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later);
}
