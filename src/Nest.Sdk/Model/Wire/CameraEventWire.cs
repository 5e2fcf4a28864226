using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a CameraEvent on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class CameraEventWire
{
    public static WireType<CameraEvent> Type { get; } = new WireTypeBuilder<CameraEvent>(static () => new CameraEvent(), static record => record with { }, Slots.ExtensionData)
        .Field("has_sound", Slots.HasSound, Flag)
        .Field("has_motion", Slots.HasMotion, Flag)
        .Field("has_person", Slots.HasPerson, Flag)
        .Field("start_time", Slots.StartTime, Time)
        .Field("end_time", Slots.EndTime, Time)
        .Field("urls_expire_time", Slots.UrlsExpireTime, Time)
        .Field("web_url", Slots.WebUrl, SecretLink)
        .Field("app_url", Slots.AppUrl, SecretLink)
        .Field("image_url", Slots.ImageUrl, SecretLink)
        .Field("animated_image_url", Slots.AnimatedImageUrl, SecretLink)
        .Field("activity_zone_ids", Slots.ActivityZoneIds, TextsOrNumbers)
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HasSound>k__BackingField")]
        public static extern ref bool? HasSound(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HasMotion>k__BackingField")]
        public static extern ref bool? HasMotion(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HasPerson>k__BackingField")]
        public static extern ref bool? HasPerson(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<StartTime>k__BackingField")]
        public static extern ref DateTimeOffset? StartTime(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EndTime>k__BackingField")]
        public static extern ref DateTimeOffset? EndTime(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<UrlsExpireTime>k__BackingField")]
        public static extern ref DateTimeOffset? UrlsExpireTime(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<WebUrl>k__BackingField")]
        public static extern ref SecretUri? WebUrl(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AppUrl>k__BackingField")]
        public static extern ref SecretUri? AppUrl(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ImageUrl>k__BackingField")]
        public static extern ref SecretUri? ImageUrl(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AnimatedImageUrl>k__BackingField")]
        public static extern ref SecretUri? AnimatedImageUrl(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ActivityZoneIds>k__BackingField")]
        public static extern ref EquatableArray<string> ActivityZoneIds(CameraEvent record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(CameraEvent record);
    }
}
