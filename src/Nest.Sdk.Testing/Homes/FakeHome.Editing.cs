using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing;

/// <content>Changing single values by path.</content>
public sealed partial class FakeHome
{
    /// <summary>
    /// Sets the value at a path, creating missing objects on the way. A temperature in one scale sets the other scale
    /// too, rounded independently (C to 0.5, F to 1); a device enters the list of ids of its structure, and those that
    /// were replaced leave it; an alarm shows in its structure. The rules of the service are skipped.
    /// </summary>
    /// <param name="path">
    /// A path of the data model, such as <c>/devices/thermostats/ID/ambient_temperature_c</c>; not the root.
    /// </param>
    /// <param name="value">The value; it is copied. Null writes a JSON null.</param>
    /// <exception cref="ArgumentException">
    /// The path is the root, or leads through a value that is not an object.
    /// </exception>
    public FakeHome Set(string path, JsonNode? value)
    {
        var (home, owner, field) = Open(path, makesWay: true);
        TemperatureScales.SetBoth(owner, field, value);
        HomeJoins.FollowLoss(Root, home.Root);
        HomeJoins.FollowSet(home.Root, DocumentPath.Parse(path).Segments);
        return home;
    }

    /// <summary>
    /// Removes what is at a path; devices also leave their structure's lists of ids, a structure takes its devices with
    /// it. Its rooms stay. Nothing happens when the path does not exist.
    /// </summary>
    /// <param name="path">A path of the data model; not the root.</param>
    /// <exception cref="ArgumentException">
    /// The path is the root, or leads through a value that is not an object.
    /// </exception>
    public FakeHome Remove(string path)
    {
        var (home, owner, field) = Open(path, makesWay: false);
        owner.Remove(field);
        HomeJoins.FollowLoss(Root, home.Root);
        return home;
    }

    private (FakeHome Home, JsonObject Owner, string Field) Open(string path, bool makesWay)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = DocumentPath.Parse(path).Segments;
        if (segments.Count == 0)
            throw new ArgumentException("The root itself cannot be set or removed; use FakeHome.Load for a whole document.", nameof(path));

        var home = Copy();
        var owner = home.Root;
        foreach (var segment in segments.SkipLast(1))
        {
            if (!owner.TryGetPropertyValue(segment, out var next))
            {
                next = new JsonObject();
                if (makesWay)
                    owner[segment] = next;
            }

            owner = next as JsonObject ?? throw new ArgumentException($"'{segment}' in '{path}' is not an object.", nameof(path));
        }

        return (home, owner, segments[^1]);
    }
}
