namespace Nest.Sdk.Cli.Console;

/// <summary>What was typed, or a file that was named, is no good. The text says what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
