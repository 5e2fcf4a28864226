using Nest.Sdk.Cli.Console;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The key file of a service account for Pub/Sub. This version has no use for it, and only checks it.</summary>
internal static class ServiceAccountFile
{
    private const string Variable = "NEST_PUBSUB_CREDENTIALS";
    private const string UsualVariable = "GOOGLE_APPLICATION_CREDENTIALS";

    /// <param name="tokenEndpoint">The token endpoint that the user named. Null for the one in the file.</param>
    /// <returns>Whether a key file is set.</returns>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static bool IsSet(Uri? tokenEndpoint)
    {
        if (ToolSettings.Variable(Variable) is not { } path)
            return ToolSettings.Variable(UsualVariable) is not null;
        try
        {
            ServiceAccountTokenSource.FromFile(path, new ServiceAccountOptions { TokenEndpoint = tokenEndpoint }).Dispose();
            return true;
        }
        catch (Exception flaw) when (flaw is NestTokenStoreException or ArgumentException)
        {
            throw new UsageException($"{Variable}: {flaw.Message}", flaw);
        }
    }
}
