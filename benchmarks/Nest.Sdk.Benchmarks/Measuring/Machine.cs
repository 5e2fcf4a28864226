using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>The machine of a measurement.</summary>
internal sealed record Machine(string Processor, int Cores, string Runtime, string Platform, int VectorBits)
{
    public static Machine This { get; } = new(ProcessorName(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, WidestVector());

    /// <summary>
    /// The average number of runnable threads during the last minute. Null when the system does not report it.
    /// </summary>
    public static double? Load => OperatingSystem.IsLinux() ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    public override string ToString() => $"{Processor}, {Cores} cores, {Runtime}, {Platform}, vectors of {VectorBits} bits";

    /// <summary>Limited by <c>DOTNET_EnableAVX512=0</c> or <c>DOTNET_EnableAVX2=0</c> in the environment.</summary>
    private static int WidestVector() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string ProcessorName()
    {
        const string Processors = "/proc/cpuinfo";
        var line = OperatingSystem.IsLinux() ? File.ReadLines(Processors).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
