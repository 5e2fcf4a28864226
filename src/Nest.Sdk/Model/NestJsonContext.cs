using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Model;

/// <summary>
/// The source-generated JSON context of the model types. Writes the wire format with camera URLs masked. Unknown
/// members are written unchanged, including secrets. Needs no reflection.
/// </summary>
/// <example><c>JsonSerializer.Serialize(thermostat, NestJsonContext.Default.Thermostat)</c></example>
[JsonSerializable(typeof(DataModel))]
[JsonSerializable(typeof(Devices))]
[JsonSerializable(typeof(NestMetadata))]
[JsonSerializable(typeof(Structure))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(Eta))]
[JsonSerializable(typeof(Thermostat))]
[JsonSerializable(typeof(SmokeCoAlarm))]
[JsonSerializable(typeof(Camera))]
[JsonSerializable(typeof(CameraEvent))]
[JsonSerializable(typeof(ActivityZone))]
[JsonSerializable(typeof(Temperature))]
[JsonSerializable(typeof(TimeToTarget))]
[JsonSerializable(typeof(SecretUri))]
[JsonSerializable(typeof(RawJson))]
[JsonSerializable(typeof(AwayState))]
[JsonSerializable(typeof(HvacMode))]
[JsonSerializable(typeof(HvacState))]
[JsonSerializable(typeof(AlarmState))]
[JsonSerializable(typeof(BatteryHealth))]
[JsonSerializable(typeof(ProtectColor))]
[JsonSerializable(typeof(SecurityState))]
[JsonSerializable(typeof(TemperatureScale))]
[JsonSerializable(typeof(CameraKind))]
[JsonSerializable(typeof(StreamProtocol))]
[JsonSerializable(typeof(NestBackend))]
[JsonSerializable(typeof(TrainingState))]
[SuppressMessage("ApiDesign", "RS0041", Justification = "The framework's generator writes its members without nullable annotations.")]
public sealed partial class NestJsonContext : JsonSerializerContext;
