using Nest.Sdk.Model;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Makes the names of the devices of one home unique. Only names that would occur twice change: to <c>Hallway
/// Thermostat</c>, and where that is not enough to <c>Hallway Thermostat (x4Qb)</c> with the end of the id.
/// </summary>
/// <remarks>
/// A number instead of the id would go to another device when one is added or removed, and a script that writes by name
/// would then write to the wrong one.
/// </remarks>
internal static class SdmNames
{
    private const int ShortestTail = 4;

    /// <summary>The name of each device, by id.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<SdmEntry> devices)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var home in devices.GroupBy(device => device.Structure, SdmName.Comparer))
        {
            foreach (var candidate in MadeUnique([.. home.Select(device => new Candidate(device))]))
                names.Add(candidate.Device.Id, candidate.Name);
        }

        return names;
    }

    private static Candidate[] MadeUnique(Candidate[] all)
    {
        // Each round lengthens at least one name, and no name is lengthened for ever: the last form has the whole id.
        while (true)
        {
            var twice = all.GroupBy(candidate => candidate.Name, NameComparer.Instance).Where(group => group.Skip(1).Any()).ToArray();
            var isLonger = false;
            foreach (var group in twice)
                isLonger |= Lengthen([.. group]);
            if (!isLonger)
                return all;
        }
    }

    /// <summary>
    /// Lengthens those names that were lengthened most: a name that the user chose stays when only a made one equals it.
    /// </summary>
    private static bool Lengthen(Candidate[] equal)
    {
        var open = equal.Where(candidate => !candidate.IsLongest).ToArray();
        if (open.Length == 0)
            return false;
        var most = open.Max(candidate => candidate.Form);
        foreach (var candidate in open.Where(candidate => candidate.Form == most))
            candidate.Lengthen();
        return true;
    }

    private sealed class Candidate(SdmEntry device)
    {
        public SdmEntry Device => device;

        public string Name { get; private set; } = device.OwnName;

        /// <summary>0: the own name. 1: with the kind. From 2 on: with more and more of the id.</summary>
        public int Form { get; private set; }

        public bool IsLongest { get; private set; }

        public void Lengthen()
        {
            Form++;
            var withKind = $"{device.OwnName} {device.Kind}";
            var length = Form < 2 ? 0 : ShortestTail << Math.Min(Form - 2, 16);
            IsLongest = length >= device.Id.Length;
            Name = length == 0 ? withKind : $"{withKind} ({(IsLongest ? device.Id : device.Id[^length..])})";
        }
    }
}
