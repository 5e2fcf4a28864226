namespace Nest.Sdk.Tests.Diffing.Reference;

internal sealed class ReferenceSyntaxException(string what, int offset) : Exception($"{what} at {offset}");
