namespace Nest.Sdk.Cli.Console;

/// <summary>Standard output was closed by its reader, such as the next command of a pipe.</summary>
internal sealed class OutputClosedException() : IOException("Standard output was closed.");
