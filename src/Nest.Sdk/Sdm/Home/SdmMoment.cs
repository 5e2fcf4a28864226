namespace Nest.Sdk.Sdm.Home;

/// <summary>The time of a value.</summary>
/// <param name="AsOf">The time by Google's clock.</param>
/// <param name="Begun">
/// The start of the request that listed the value, by the monotonic clock. Orders lists whatever the clocks did. Null
/// for a value that was not listed.
/// </param>
internal readonly record struct SdmMoment(DateTimeOffset AsOf, long? Begun)
{
    /// <summary>Whether a value of this time replaces one of the other. Of two with the same time, the later arrival does.</summary>
    public bool Replaces(SdmMoment other) => Begun is { } begun && other.Begun is { } otherBegun ? begun >= otherBegun : AsOf >= other.AsOf;
}
