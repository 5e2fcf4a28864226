namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// The steps of a stream before its first put. <paramref name="Script"/> prevents the same script from being played
/// again on the open stream.
/// </summary>
internal sealed record OpeningScript(IReadOnlyList<IStreamStep> Steps, IStreamScript Script);
