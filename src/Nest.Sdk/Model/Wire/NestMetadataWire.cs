using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a NestMetadata on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class NestMetadataWire
{
    public static WireType<NestMetadata> Type { get; } = new WireTypeBuilder<NestMetadata>(static () => new NestMetadata(), static record => record with { }, Slots.ExtensionData)
        .Field("client_version", Slots.ClientVersion, Whole)
        .Field("user_id", Slots.UserId, Text)
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ClientVersion>k__BackingField")]
        public static extern ref int? ClientVersion(NestMetadata record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<UserId>k__BackingField")]
        public static extern ref string? UserId(NestMetadata record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(NestMetadata record);
    }
}
