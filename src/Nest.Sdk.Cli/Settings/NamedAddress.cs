namespace Nest.Sdk.Cli.Settings;

/// <summary>An address that the user named.</summary>
/// <param name="Source">The option or the environment variable.</param>
/// <param name="Uri">The address.</param>
internal sealed record NamedAddress(string Source, Uri Uri);
