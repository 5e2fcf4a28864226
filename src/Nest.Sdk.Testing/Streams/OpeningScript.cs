namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// What a stream has before its first put. The script distinguishes it from the same steps played on streams that are
/// open.
/// </summary>
internal sealed record OpeningScript(IReadOnlyList<IStreamStep> Steps, IStreamScript Script);
