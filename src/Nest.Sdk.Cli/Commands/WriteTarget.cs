namespace Nest.Sdk.Cli.Commands;

/// <summary>The target of a write.</summary>
/// <param name="Id">The id. The text from the command line when the home has no such id or name.</param>
/// <param name="Name">The name.</param>
/// <param name="Hint">A sentence with existing names. Null when the target was found, or the home has nothing of its
/// kind.</param>
/// <param name="Label">The unique name for output lines. Null when the target was not found.</param>
internal readonly record struct WriteTarget(string Id, string Name, string? Hint = null, string? Label = null);
