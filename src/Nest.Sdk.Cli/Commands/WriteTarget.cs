namespace Nest.Sdk.Cli.Commands;

/// <summary>What a write goes to.</summary>
/// <param name="Id">The id; what was typed when the home has nothing of that id or name.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Hint">A sentence with the names that exist. Null when the target was found, or the home has nothing of its kind.</param>
/// <param name="Label">The name for lines, which no other of its kind has. Null when the target was not found.</param>
internal readonly record struct WriteTarget(string Id, string Name, string? Hint = null, string? Label = null);
