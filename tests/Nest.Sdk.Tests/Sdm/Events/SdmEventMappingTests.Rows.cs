namespace Nest.Sdk.Tests.Sdm.Events;

public sealed partial class SdmEventMappingTests
{
    private static readonly string Motion = Started("a", 1, Entry("CameraMotion.Motion", "s1", "n:1"));
    private static readonly string Person = Updated("b", 3, Entry("CameraPerson.Person", "s1", "n:2"));
    private static readonly string Sound = Alone("c", 4, Entry("CameraSound.Sound", "s2", "long-1"));
    private static readonly string Ring = Started("d", 5, Entry("DoorbellChime.Chime", "s3", "n:3"));
    private static readonly string Ended = Thread("e", 20, "ENDED", Entry("CameraMotion.Motion", "s1", "n:1"));
    private static readonly string Clip = Alone("f", 25, """
        "sdm.devices.events.CameraClipPreview.ClipPreview":{"eventSessionId":"s1","previewUrl":"https://clips.example/1"}
        """.Trim());

    public static TheoryData<string, string[], string?> Fields => new()
    {
        { "has_motion", [Motion], "true" },
        { "has_motion", [Sound], "false" },
        { "has_motion", [Motion, Person], "true" },
        { "has_person", [Motion], "false" },
        { "has_person", [Motion, Person], "true" },
        { "has_person", [Person, Motion], "true" },
        { "has_sound", [Sound], "true" },
        { "has_sound", [Motion], "false" },
        { "has_chime", [Ring], "true" },
        { "has_chime", [Motion], "false" },
        // The last occurrence is the one with the last report, whatever arrives last.
        { "has_chime", [Ring, Motion], "true" },
        { "has_chime", [Motion, Ring], "true" },
        { "has_chime", [Ring, Ended], "false" },
        { "start_time", [Motion], Time(1) },
        { "start_time", [Motion, Person], Time(1) },
        { "start_time", [Person, Motion], Time(1) },
        { "start_time", [Ended], Time(20) },
        { "start_time", [Alone("g", 1.5, Entry("CameraSound.Sound", "s", "1"))], "\"2026-11-30T12:00:01.5Z\"" },
        { "end_time", [Motion, Person], null },
        { "end_time", [Motion, Ended], Time(20) },
        { "end_time", [Ended, Motion], Time(20) },
        { "end_time", [Sound], null },
        { "session", [Motion, Person], "\"s1\"" },
        { "session", [Alone("g", 1, Entry("CameraMotion.Motion", null, "long-1"))], null },
        // The id of a message in Pub/Sub is not Google's name of an occurrence.
        { "session", [Alone("g", 1, Entry("CameraMotion.Motion", null, null))], null },
        { "id", [Motion], "\"n:1\"" },
        { "id", [Motion, Person], "\"n:2\"" },
        { "id", [Person, Motion], "\"n:2\"" },
        { "id", [Motion, Person, Clip], "\"n:2\"" },
        { "id", [Clip, Motion, Person], "\"n:2\"" },
        { "id", [Clip, Person, Motion], "\"n:2\"" },
        { "id", [Alone("g", 1, Entry("CameraMotion.Motion", null, "long-1"))], "\"long-1\"" },
        { "id", [Alone("g", 1, Entry("CameraMotion.Motion", "s1", null))], null },
    };

    /// <summary>Pictures are read by the id of the event, and recordings are part of <see cref="NestEvent"/>.</summary>
    public static TheoryData<string> ImpossibleFields => new("urls_expire_time", "web_url", "app_url", "image_url", "animated_image_url", "activity_zone_ids");

    public static TheoryData<string[], string[]> Events => new()
    {
        { [Motion], ["c1 motion Started new +1s session=s1 id=n:1 thread=t1 zones= clip="] },
        { [Motion, Person], ["c1 motion Started new +1s session=s1 id=n:1 thread=t1 zones= clip=", "c1 person Updated new +3s session=s1 id=n:2 thread=t1 zones= clip="] },
        { [Sound], ["c1 sound Single new +4s session=s2 id=long-1 thread= zones= clip="] },
        { [Ring], ["c1 chime Started new +5s session=s3 id=n:3 thread=t1 zones= clip="] },
        { [Motion, Ended], ["c1 motion Started new +1s session=s1 id=n:1 thread=t1 zones= clip=", "c1 motion Ended known +20s session=s1 id=n:1 thread=t1 zones= clip="] },
        // What ended may be all that is ever received.
        { [Ended], ["c1 motion Ended new +20s session=s1 id=n:1 thread=t1 zones= clip="] },
        { [Clip], ["c1 clip Single new +25s session=s1 id= thread= zones= clip=https://clips.example/1"] },
        { [Alone("g", 1, Entry("CameraMotion.Motion", "s1", "1", "\"Door\",\"\",\"Zone 1\""))], ["c1 motion Single new +1s session=s1 id=1 thread= zones=Door|Zone 1 clip="] },
        { [Alone("g", 1, Entry("CameraMotion.Motion", "s1", "1", "\"\""))], ["c1 motion Single new +1s session=s1 id=1 thread= zones= clip="] },
        { [Alone("g", 1, Entry("CameraMotion.Motion", "s1", "1", "7,null,{}"))], ["c1 motion Single new +1s session=s1 id=1 thread= zones= clip="] },
        { [Alone("g", 1, Entry("Doorbell.Knock", "s1", "1"))], ["c1 sdm.devices.events.Doorbell.Knock Single new +1s session=s1 id=1 thread= zones= clip="] },
        { [Alone("g", 1, "\"other.events.Thing\":{}")], ["c1 other.events.Thing Single new +1s session= id= thread= zones= clip="] },
        { [Alone("g", 1, "\"sdm.devices.events.CameraMotion.Motion\":7")], ["c1 motion Single new +1s session= id= thread= zones= clip="] },
        // Of two members with one name, the last one counts.
        { [Alone("g", 1, $"{Entry("DoorbellChime.Chime", "s1", "1")},{Entry("DoorbellChime.Chime", "s1", "2")}")], ["c1 chime Single new +1s session=s1 id=2 thread= zones= clip="] },
        { [Thread("g", 1, "PAUSED", Entry("CameraMotion.Motion", "s1", "1"))], ["c1 motion Single new +1s session=s1 id=1 thread=t1 zones= clip="] },
        { [Alone("g", 1, Entry("CameraMotion.Motion", null, "1")), Alone("h", 2, Entry("CameraMotion.Motion", null, "2"))], ["c1 motion Single new +1s session= id=1 thread= zones= clip=", "c1 motion Single new +2s session= id=2 thread= zones= clip="] },
    };

    /// <summary>A recording alone, and what Google may add.</summary>
    public static TheoryData<string> NoLastEvents => new(Clip, Alone("g", 1, Entry("Doorbell.Knock", "s1", "1")), Alone("g", 1, ""));

    private static string Time(double seconds) => $"\"{FedHome.TimeAt(seconds)}\"";

    private static string Entry(string name, string? session, string? id, string? zones = null) =>
        $"\"sdm.devices.events.{name}\":{{{string.Join(',', new[] { session is null ? null : $"\"eventSessionId\":\"{session}\"", id is null ? null : $"\"eventId\":\"{id}\"", zones is null ? null : $"\"zones\":[{zones}]" }.OfType<string>())}}}";

    private static string Alone(string id, double seconds, string entries) => FedHome.Message(id, Device, seconds, $"\"events\":{{{entries}}}");

    private static string Started(string id, double seconds, string entries) => Thread(id, seconds, "STARTED", entries);

    private static string Updated(string id, double seconds, string entries) => Thread(id, seconds, "UPDATED", entries);

    private static string Thread(string id, double seconds, string state, string entries) =>
        FedHome.Message(id, Device, seconds, $"\"events\":{{{entries}}}", $",\"eventThreadId\":\"t1\",\"eventThreadState\":\"{state}\"");
}
