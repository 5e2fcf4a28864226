using Nest.Sdk.Cli.Console;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The key file of a service account for Pub/Sub.</summary>
internal static class ServiceAccountFile
{
    public const string Variable = "NEST_PUBSUB_CREDENTIALS";
    private const string UsualVariable = "GOOGLE_APPLICATION_CREDENTIALS";

    /// <returns>The key file, and the variable that names it. Null when none is set.</returns>
    /// <exception cref="UsageException">The file does not exist.</exception>
    public static NamedText? Find()
    {
        // Other programs use the usual variable too, so its file is checked only where it is used.
        if (ToolSettings.Variable(Variable) is not { } path)
            return ToolSettings.Variable(UsualVariable) is { } usual ? new NamedText(UsualVariable, usual) : null;
        return File.Exists(path) ? new NamedText(Variable, path) : throw new UsageException($"{Variable} is '{path}', which is not a file that can be read. Set it to the key file of the service account, or unset it.");
    }

    /// <param name="file">The key file.</param>
    /// <param name="tokenEndpoint">The token endpoint, and the audience of the assertion. Null for that of the file.</param>
    /// <exception cref="UsageException">The file is not such a key, or names an invalid token endpoint.</exception>
    public static ServiceAccountTokenSource Open(NamedText file, Uri? tokenEndpoint)
    {
        try
        {
            return ServiceAccountTokenSource.FromFile(file.Text, new ServiceAccountOptions { TokenEndpoint = tokenEndpoint });
        }
        catch (Exception error) when (error is NestTokenStoreException or ArgumentException)
        {
            throw new UsageException($"{file.Source}: {TextOf(error)} {RemedyOf(file)}");
        }
    }

    private static string TextOf(Exception error) => error is ArgumentException { ParamName: { } name } ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : error.Message;

    private static string RemedyOf(NamedText file) => file.Source == Variable
        ? $"To use the user's token for Pub/Sub, unset {Variable}."
        : $"To use another key for Pub/Sub, set {Variable}. To use the user's token, unset {UsualVariable}.";
}
