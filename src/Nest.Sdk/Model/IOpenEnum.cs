using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>An enumeration of words that the server may extend without notice.</summary>
/// <remarks>
/// Known words are static members. Unknown words are preserved and written back unchanged. The default value means
/// absent. Words are case-sensitive.
/// </remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "An open enum is an enumeration.")]
public interface IOpenEnum<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The words that this version of the library knows.</summary>
    static abstract EquatableArray<TSelf> Known { get; }

    /// <summary>Creates a value from a known or unknown word.</summary>
    /// <param name="word">The word on the wire. Null and <c>""</c> mean absent.</param>
    /// <returns>The value. It is written as the same word.</returns>
    static abstract TSelf From(string? word);

    /// <summary>
    /// Whether there is no word. True for the default value, which a missing or empty member reads as.
    /// </summary>
    bool IsAbsent { get; }

    /// <summary>The word on the wire. <c>""</c> when absent.</summary>
    /// <returns>The word.</returns>
    string ToString();
}
