namespace Nest.Sdk.Providers;

/// <summary>A write in Nest's shape: the owner's path and the members to change.</summary>
/// <param name="Path">The path of one device or structure, such as <c>/structures/ID</c>.</param>
/// <param name="Body">A JSON object with the members to change, UTF-8.</param>
internal sealed record NestWrite(string Path, byte[] Body);
