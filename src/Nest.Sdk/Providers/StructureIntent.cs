namespace Nest.Sdk.Providers;

/// <summary>The settings to write to one structure.</summary>
internal sealed record StructureIntent(string StructureId, StructureSettings Settings) : WriteIntent
{
    public override string Path { get; } = WritePath.Of("/structures", StructureId, "structureId");

    public override IEnumerable<NestCapability> Needs
    {
        get
        {
            if (!Settings.Away.IsAbsent)
                yield return NestCapability.Away;
            if (Settings.Name is not null)
                yield return NestCapability.StructureName;
            if (Settings.Eta is not null || Settings.CancelEtaOfTrip is not null)
                yield return NestCapability.Eta;
        }
    }
}
