using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>What the numbers were measured on.</summary>
internal sealed record Machine(string Processor, int Cores, string Runtime, string System, int VectorBits)
{
    public static Machine This { get; } = new(ProcessorName(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, WidestVector());

    public override string ToString() => $"{Processor}, {Cores} cores, {Runtime}, {System}, vectors of {VectorBits} bits";

    /// <summary>Narrower with <c>DOTNET_EnableAVX512=0</c> or <c>DOTNET_EnableAVX2=0</c> in the environment.</summary>
    private static int WidestVector() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string ProcessorName()
    {
        const string File = "/proc/cpuinfo";
        var line = OperatingSystem.IsLinux() ? global::System.IO.File.ReadLines(File).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
