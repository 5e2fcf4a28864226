using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal static partial class CameraWire
{
    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<DeviceId>k__BackingField")]
        public static extern ref string? DeviceId(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<StructureId>k__BackingField")]
        public static extern ref string? StructureId(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<NameLong>k__BackingField")]
        public static extern ref string? NameLong(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomId>k__BackingField")]
        public static extern ref string? RoomId(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomName>k__BackingField")]
        public static extern ref string? RoomName(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SoftwareVersion>k__BackingField")]
        public static extern ref string? SoftwareVersion(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsOnline>k__BackingField")]
        public static extern ref bool? IsOnline(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsStreaming>k__BackingField")]
        public static extern ref bool? IsStreaming(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsAudioInputEnabled>k__BackingField")]
        public static extern ref bool? IsAudioInputEnabled(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LastIsOnlineChange>k__BackingField")]
        public static extern ref DateTimeOffset? LastIsOnlineChange(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsVideoHistoryEnabled>k__BackingField")]
        public static extern ref bool? IsVideoHistoryEnabled(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<WebUrl>k__BackingField")]
        public static extern ref SecretUri? WebUrl(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AppUrl>k__BackingField")]
        public static extern ref SecretUri? AppUrl(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsPublicShareEnabled>k__BackingField")]
        public static extern ref bool? IsPublicShareEnabled(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PublicShareUrl>k__BackingField")]
        public static extern ref string? PublicShareUrl(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ActivityZones>k__BackingField")]
        public static extern ref EquatableArray<ActivityZone> ActivityZones(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SnapshotUrl>k__BackingField")]
        public static extern ref SecretUri? SnapshotUrl(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LastEvent>k__BackingField")]
        public static extern ref CameraEvent? LastEvent(Camera record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Camera record);
    }
}
