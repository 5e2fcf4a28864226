namespace Nest.Sdk.Sdm.Home;

/// <summary>What a camera saw or heard.</summary>
[Flags]
internal enum SdmSightings
{
    None = 0,
    Motion = 1,
    Person = 2,
    Sound = 4,
    Chime = 8,
}
