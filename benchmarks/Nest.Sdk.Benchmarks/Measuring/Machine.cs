using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>What the numbers were measured on.</summary>
internal sealed record Machine(string Processor, int Cores, string Runtime, string Platform, int VectorBits)
{
    public static Machine This { get; } = new(ProcessorName(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, WidestVector());

    /// <summary>How many threads wanted to run at a time during the last minute; null where the system doesn't tell.</summary>
    public static double? Load => OperatingSystem.IsLinux() ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    public override string ToString() => $"{Processor}, {Cores} cores, {Runtime}, {Platform}, vectors of {VectorBits} bits";

    /// <summary>Narrower with <c>DOTNET_EnableAVX512=0</c> or <c>DOTNET_EnableAVX2=0</c> in the environment.</summary>
    private static int WidestVector() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string ProcessorName()
    {
        const string Processors = "/proc/cpuinfo";
        var line = OperatingSystem.IsLinux() ? File.ReadLines(Processors).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
