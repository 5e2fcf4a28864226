using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Grants;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// Publishes what changes in the home of one user, from the user's first list of devices on. Guarded by the lock of the
/// home. See docs/protocol/smart-device-management.md#delivery.
/// </summary>
internal sealed class HomePublisher
{
    private readonly GoogleAccount _account;
    private readonly string _project;
    private readonly Outbox _outbox;
    private readonly Func<bool> _isSilent;
    private readonly CameraEvents _cameras;
    private readonly List<GoogleGrant> _grants = [];
    private HomeSnapshot? _published;
    private long _listed;

    /// <param name="account">The user.</param>
    /// <param name="project">The project id of the Device Access Console.</param>
    /// <param name="outbox">Where messages go.</param>
    /// <param name="isSilent">Returns whether changes are not published now.</param>
    /// <param name="clips">Returns the address below which clips are.</param>
    public HomePublisher(GoogleAccount account, string project, Outbox outbox, Func<bool> isSilent, Func<Uri> clips) =>
        (_account, _project, _outbox, _isSilent, _cameras) = (account, project, outbox, isSilent, new CameraEvents(clips));

    /// <summary>Notes that the user's devices were listed with a grant. Called while the home is locked.</summary>
    /// <param name="grant">The grant, whose devices are published from now on.</param>
    /// <param name="number">The place of the list in the order of what happens.</param>
    public void OnListed(GoogleGrant grant, long number)
    {
        _listed = number;
        if (!_grants.Contains(grant))
            _grants.Add(grant);

        if (_published is null)
            _account.Home.Read(Note);
    }

    /// <summary>Publishes what has changed. Called while the home is locked.</summary>
    public void OnChanged()
    {
        if (_published is { } before)
            _account.Home.Read(root => _isSilent() ? Note(root) : Publish(before, root));
    }

    /// <summary>Publishes the ring of a doorbell.</summary>
    /// <exception cref="ArgumentException">The home has no such doorbell.</exception>
    public void Ring(string cameraId) => _account.Home.Read(root =>
    {
        var device = HomeSnapshot.Of(root, _project).Devices.GetValueOrDefault(SdmNames.Device(_project, cameraId));
        var traits = device?["traits"] as JsonObject;
        if (traits?.ContainsKey("sdm.devices.traits.DoorbellChime") is not true || root["devices"].Child("cameras").Child(cameraId) is not JsonObject camera)
            throw new ArgumentException($"The home has no doorbell '{cameraId}'. Give a camera the model FakeCameraModel.Doorbell or LegacyDoorbell.", nameof(cameraId));

        if (!_isSilent())
            Send(device!, _cameras.Ring(camera, traits));

        return true;
    });

    private static string IdOf(string name) => name.Split('/')[^1];

    /// <summary>Takes the home as it is, without any message.</summary>
    private bool Note(JsonObject root)
    {
        _published = HomeSnapshot.Of(root, _project);
        _cameras.Note(root);
        return true;
    }

    private bool Publish(HomeSnapshot before, JsonObject root)
    {
        var after = _published = HomeSnapshot.Of(root, _project);
        foreach (var (type, subject, target) in RelationChanges.Between(before, after))
        {
            if (Shows(target) && Shows(subject))
                Send(new JsonObject { ["relationUpdate"] = new JsonObject { ["type"] = type, ["subject"] = subject, ["object"] = target } });
        }

        foreach (var (name, device) in after.Devices)
        {
            var id = IdOf(name);
            var changed = before.Devices.TryGetValue(name, out var old) ? TraitChanges.Between(old, device) : [];
            if (changed.Count > 0)
                SendOf(device, new JsonObject { ["traits"] = changed });

            if (root["devices"].Child("cameras").Child(id) is JsonObject camera)
                Send(device, _cameras.Next(id, camera, (JsonObject)device["traits"]!));
        }

        _cameras.Note(root);
        return true;
    }

    /// <summary>Returns whether the user has granted a resource, with its structure.</summary>
    private bool Shows(string name) =>
        _grants.Exists(grant => !grant.IsRevoked && name.Split('/').Skip(3).All(part => grant.Picks.Shows(part)));

    private void Send(JsonObject device, IReadOnlyList<CameraMessage> messages)
    {
        foreach (var message in messages)
            SendOf(device, new JsonObject { ["events"] = message.Entries }, message);
    }

    private void SendOf(JsonObject device, JsonObject update, CameraMessage? message = null)
    {
        var name = device["name"].Text()!;
        if (!Shows(name) || !Shows(HomeSnapshot.StructureOf(HomeSnapshot.ParentOf(device))))
            return;

        update.Insert(0, "name", name);
        var content = new JsonObject { ["resourceUpdate"] = update };
        if (message?.ThreadId is { } thread)
        {
            content["eventThreadId"] = thread;
            content["eventThreadState"] = message.State;
        }

        content["resourceGroup"] = new JsonArray(name);
        Send(content);
    }

    private void Send(JsonObject content)
    {
        content["userId"] = _account.Id;
        _outbox.Send(content, _listed);
    }
}
