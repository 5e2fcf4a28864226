using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The key file of a service account for Pub/Sub. This version does not use it yet.</summary>
internal static class ServiceAccountFile
{
    private const string Variable = "NEST_PUBSUB_CREDENTIALS";
    private const string UsualVariable = "GOOGLE_APPLICATION_CREDENTIALS";

    /// <returns>Whether a key file is set.</returns>
    /// <exception cref="UsageException">The file does not exist.</exception>
    public static bool IsSet()
    {
        if (ToolSettings.Variable(Variable) is not { } path)
            return ToolSettings.Variable(UsualVariable) is not null;
        return File.Exists(path) ? true : throw new UsageException($"{Variable} is '{path}', which is not a file that can be read. Set it to the key file of the service account, or unset it.");
    }
}
