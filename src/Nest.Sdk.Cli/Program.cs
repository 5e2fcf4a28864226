using System.Reflection;
using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli;

internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        // Answered before the code of the commands is loaded.
        if (args is not ["--version"])
            return CommandLine.RunAsync(args);
        System.Console.Out.WriteLine(typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
        return Task.FromResult(ExitCodes.Done);
    }
}
