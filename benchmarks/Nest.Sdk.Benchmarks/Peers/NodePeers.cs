using System.Diagnostics;
using System.Globalization;
using Nest.Sdk.Benchmarks.Goals;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Peers;

/// <summary>The best-known JavaScript diff libraries, in a Node process when Node is available.</summary>
internal static class NodePeers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Beside the program, outside of the sources. Packages are installed there once.</summary>
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers", "Node");

    private static readonly Lazy<string?> WhyNot = new(Prepare);

    /// <exception cref="SkippedException">Node is missing, or its packages cannot be installed.</exception>
    public static Measurement Measure(HomePair pair, string name, double engineNanoseconds)
    {
        if (WhyNot.Value is { } reason)
            throw new SkippedException(reason);
        var (old, next) = (Path.Combine(Folder, "old.json"), Path.Combine(Folder, "next.json"));
        File.WriteAllBytes(old, pair.Old);
        File.WriteAllBytes(next, pair.Next);
        var (exitCode, output) = Run("node", "peers.mjs", name, old, next);
        return exitCode == 0
            ? new(double.Parse(output, CultureInfo.InvariantCulture) / engineNanoseconds, engineNanoseconds, double.Parse(output, CultureInfo.InvariantCulture), 0, 1)
            : throw new SkippedException($"{name} ended with {exitCode}");
    }

    private static string? Prepare()
    {
        try
        {
            if (Run("node", "--version").ExitCode != 0)
                return "Node is missing";
            if (Directory.Exists(Path.Combine(Folder, "node_modules")))
                return null;
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            return Run(npm, "install", "--no-audit", "--no-fund", "--ignore-scripts").ExitCode == 0 ? null : "npm install failed";
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return error is OperationCanceledException ? "npm install took too long" : "Node is missing";
        }
    }

    private static (int ExitCode, string Output) Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new OperationCanceledException(program);
        }

        return (process.ExitCode, output.GetAwaiter().GetResult().Trim());
    }
}
