using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>A set of words that the server may extend without notice: known words are static members, unknown ones survive.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "It is the enum that may grow.")]
public interface IOpenEnum<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The words this version of the library knows.</summary>
    static abstract EquatableArray<TSelf> Known { get; }

    /// <summary>Makes a value of a word, known or not.</summary>
    /// <param name="word">The word as on the wire; null and <c>""</c> mean absent.</param>
    /// <returns>The value, which writes the same word back.</returns>
    static abstract TSelf From(string? word);

    /// <summary>Whether there is no word: the default value, and what a missing or empty member reads as.</summary>
    bool IsAbsent { get; }

    /// <summary>The word as on the wire; <c>""</c> when absent.</summary>
    /// <returns>The word.</returns>
    string ToString();
}
