using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>What a journal needs to know about the tokens and secrets of its fake.</summary>
/// <param name="Tokens">Returns every access token issued so far, in order.</param>
/// <param name="IsValid">Returns whether a token is valid now.</param>
/// <param name="Mask">Returns a mask for every secret of the fake and for those that a call brought.</param>
internal sealed record JournalSources(Func<IReadOnlyList<string>> Tokens, Func<string?, bool> IsValid, Func<FakeCall?, SecretMask> Mask);
