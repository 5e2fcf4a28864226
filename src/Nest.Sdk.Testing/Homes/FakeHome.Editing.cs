using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing;

/// <content>Changing single values by path.</content>
public sealed partial class FakeHome
{
    /// <summary>
    /// Sets the value at a path without checking the write rules. Creates missing objects on the path. A temperature in
    /// one scale sets the other scale too, rounded independently (0.5 °C, 1 °F). A device is added to the list of ids
    /// of its structure, and replaced devices are removed from it. The state of an alarm is copied to its structure.
    /// </summary>
    /// <param name="path">
    /// A path of the data model, such as <c>/devices/thermostats/ID/ambient_temperature_c</c>. The root is not allowed.
    /// </param>
    /// <param name="value">The value, which is copied. Null writes a JSON null.</param>
    /// <exception cref="ArgumentException">
    /// The path is the root, or passes through a value that is not an object.
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
    /// Removes the value at a path. Removing a device also removes its id from the lists of its structure. Removing a
    /// structure also removes its devices. Removing a device does not remove its room. Has no effect when the path does
    /// not exist.
    /// </summary>
    /// <param name="path">A path of the data model. The root is not allowed.</param>
    /// <exception cref="ArgumentException">
    /// The path is the root, or passes through a value that is not an object.
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
            throw new ArgumentException("The root cannot be set or removed. Use FakeHome.Load for a whole document.", nameof(path));

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
