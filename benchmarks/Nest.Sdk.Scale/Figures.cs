using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Scale;

/// <summary>The cost of a fleet: memory and threads beyond those of the empty process, and time.</summary>
internal sealed record Figures
{
    public const string Header = "  homes   managed KB/home   RSS KB/home   threads   idle CPU µs/s/home   put to all ms   put CPU µs/home   connect s";

    public required int Homes { get; init; }

    public required double ManagedKilobytes { get; init; }

    public required double ResidentKilobytes { get; init; }

    public required int Threads { get; init; }

    public required double IdleMicroseconds { get; init; }

    public required double PutMilliseconds { get; init; }

    public required double PutMicroseconds { get; init; }

    public required double ConnectSeconds { get; init; }

    public static Figures Parse(string line) => JsonSerializer.Deserialize<Figures>(line)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Homes,7:N0} {ManagedKilobytes,17:N1} {ResidentKilobytes,13:N1} {Threads,9} {IdleMicroseconds,20:N1} {PutMilliseconds,15:N0} {PutMicroseconds,17:N1} {ConnectSeconds,11:N1}");
}
