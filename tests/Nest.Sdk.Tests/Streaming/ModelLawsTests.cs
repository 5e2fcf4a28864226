using System.Runtime.InteropServices;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Laws;
using Nest.Sdk.Tests.Diffing.Reference;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>For any sequence of documents, the pipeline reports the same as reading each document alone.</summary>
public class ModelLawsTests
{
    private static readonly Gen<byte[][]> Chain = Gen.Select(HomeGen.Home, JsonEdit.Some.Array[1, 8], JsonStyle.Any, Versions);

    [Fact]
    public void Each_document_gives_its_model_and_unchanged_parts_are_the_same_object() => Chain.Holds(250, versions =>
    {
        var rig = new GateRig();
        DataModel? last = null;
        byte[] published = [];
        foreach (var version in versions)
        {
            if (!TryTake(rig.Gate, version, out var isNews))
                continue;
            var model = rig.Model;
            var read = DataModelReader.Read(version).Model;

            Assert.True(read.Equals(model), $"{JsonSerializer.Serialize(read)}\n{JsonSerializer.Serialize(model)}\n{Law.Print(published, version)}");
            Assert.Equal(last is null || !last.Equals(read), isNews);
            if (last is not null)
                AssertShared(last, model);
            if (isNews && last is not null)
                AssertReported(published, version);
            if (isNews)
                (last, published) = (model, version);
        }
    }, static versions => Law.Print(versions));

    private static byte[][] Versions(JsonTree home, JsonEdit[][] steps, JsonStyle style)
    {
        var versions = new List<byte[]> { style.Write(home) };
        foreach (var edits in steps)
        {
            home = JsonEdit.Apply(home, edits);
            foreach (var slot in JsonSlot.Below(home))
                slot.Value.Spelling = null;
            versions.Add(style.Write(home));
        }

        return [.. versions];
    }

    private static bool TryTake(ConnectionGate gate, byte[] version, out bool isNews)
    {
        try
        {
            isNews = gate.Take(1, version).IsNew;
            return true;
        }
        catch (NestProtocolException)
        {
            return isNews = false;
        }
    }

    private static void AssertShared(DataModel old, DataModel now)
    {
        AssertSame(old.Metadata, now.Metadata);
        AssertSame(old.Devices, now.Devices);
        AssertShared(old.Devices.Thermostats, now.Devices.Thermostats);
        AssertShared(old.Devices.SmokeCoAlarms, now.Devices.SmokeCoAlarms);
        AssertShared(old.Devices.Cameras, now.Devices.Cameras, static (camera, next) => AssertSame(camera.LastEvent, next.LastEvent));
        AssertShared(old.Structures, now.Structures, static (structure, next) =>
        {
            AssertSame(structure.Eta, next.Eta);
            AssertShared(structure.Rooms, next.Rooms);
        });
    }

    private static void AssertShared<T>(EquatableMap<T> old, EquatableMap<T> now, Action<T, T>? inside = null)
        where T : class
    {
        foreach (var (key, value) in now)
        {
            if (!old.TryGetValue(key, out var known))
                continue;
            AssertSame(known, value);
            inside?.Invoke(known, value);
        }
    }

    private static void AssertSame<T>(T? old, T? now)
        where T : class
    {
        if (old is not null && old.Equals(now))
            Assert.Same(old, now);
    }

    private static void AssertReported(byte[] old, byte[] now)
    {
        var changes = HomeChanges.Of(Utf8JsonDiff.Compare(old, now), old, now);

        var published = JsonPatch.Apply(old, changes);

        Assert.Equal([], Law.Texts(Utf8JsonDiff.Compare(WithoutToken(published), WithoutToken(now))));
    }

    private static byte[] WithoutToken(byte[] document) =>
        JsonMarshal.GetRawUtf8Value(TokenMembers.Without(JsonElement.Parse(document))!.Value).ToArray();
}
