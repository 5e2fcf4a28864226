namespace Nest.Sdk.Cli.Settings;

/// <summary>A value that the user named.</summary>
/// <param name="Source">The option or the environment variable.</param>
/// <param name="Text">The value.</param>
internal sealed record NamedText(string Source, string Text);
