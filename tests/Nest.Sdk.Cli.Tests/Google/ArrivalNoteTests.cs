using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary>The note of the last events, as <c>nest watch</c> writes it and other commands read it.</summary>
public sealed class ArrivalNoteTests : IDisposable
{
    private const string Subscription = "projects/my-cloud/subscriptions/nest";

    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string NoteFile => _folder.File("nest/events.61.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back()
    {
        var gate = new SdmArrival { OccurredAt = Noon.AddTicks(1), PublishedAt = Noon.AddMilliseconds(250), ReceivedAt = Noon.AddSeconds(1.5) };
        var hallway = new SdmArrival { OccurredAt = Noon, ReceivedAt = Noon.AddSeconds(2) };

        Note(("gate", gate), ("hallway \"1\"", hallway)).MergeInto(NoteFile);

        var note = ArrivalNote.Read(NoteFile)!;
        Assert.Equal(Subscription, note.Subscription);
        Assert.Equal([("gate", gate), ("hallway \"1\"", hallway)], note.Devices.Select(static pair => (pair.Key, pair.Value)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(NoteFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(NoteFile)!));
    }

    [Fact]
    public void The_later_event_of_each_device_is_kept()
    {
        Note(("gate", At(10)), ("hallway", At(20))).MergeInto(NoteFile);

        Note(("gate", At(30)), ("hallway", At(15)), ("porch", At(1))).MergeInto(NoteFile);

        Assert.Equal([("gate", At(30)), ("hallway", At(20)), ("porch", At(1))], ArrivalNote.Read(NoteFile)!.Devices.Select(static pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Events_of_another_subscription_are_dropped()
    {
        Note(("gate", At(10))).MergeInto(NoteFile);

        (Note(("porch", At(1))) with { Subscription = "projects/my-cloud/subscriptions/other" }).MergeInto(NoteFile);

        Assert.Equal(["porch"], ArrivalNote.Read(NoteFile)!.Devices.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"subscription":"s","devices":{"gate":{"occurredAt":"yesterday"}}}""")]
    [InlineData("""{"subscription":1,"devices":{}}""")]
    public void A_damaged_note_counts_as_missing_and_is_replaced(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(NoteFile)!);
        File.WriteAllText(NoteFile, content);

        Assert.Null(ArrivalNote.Read(NoteFile));

        Note(("gate", At(10))).MergeInto(NoteFile);
        Assert.Equal(["gate"], ArrivalNote.Read(NoteFile)!.Devices.Keys);
    }

    [Fact]
    public void Without_a_file_there_is_no_note() => Assert.Null(ArrivalNote.Read(NoteFile));

    private static SdmArrival At(int seconds) => new() { OccurredAt = Noon.AddSeconds(seconds), ReceivedAt = Noon.AddSeconds(seconds + 1) };

    private static ArrivalNote Note(params (string Device, SdmArrival Arrival)[] devices) => new(Subscription, devices.ToDictionary(static each => each.Device, static each => each.Arrival));
}
