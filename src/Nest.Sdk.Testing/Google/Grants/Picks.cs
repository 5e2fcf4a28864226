namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The structures and devices that a user picked on the partner page. It holds the ids that were not picked: what joins
/// the home later is granted, as with a home that was granted whole.
/// </summary>
internal sealed class Picks(IEnumerable<string> omitted)
{
    private readonly HashSet<string> _omitted = new(omitted, StringComparer.Ordinal);

    public static Picks Everything { get; } = new([]);

    public bool Shows(string id) => !_omitted.Contains(id);
}
