namespace Nest.Sdk.Cli.Console;

/// <summary>Nobody reads standard output any more: the reader of a pipe has what it wanted.</summary>
internal sealed class OutputClosedException() : IOException("Standard output was closed.");
