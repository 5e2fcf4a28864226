namespace Nest.Sdk.Cli.Console;

/// <summary>The command line, or a file that it names, is invalid. The text says what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
