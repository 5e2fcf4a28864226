using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Events;

/// <summary>Decodes texts of messages.</summary>
internal static class SdmText
{
    /// <summary>Decodes the text of a JSON string without its quotes. Empty for an empty one.</summary>
    public static string Of(ReadOnlyMemory<byte> text) => EscapedText.ToWholeText(text.Span);
}
