using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>One whole answer of the fake; JSON when it has a body.</summary>
internal sealed record FakeAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static FakeAnswer Redirect(string location) => new(StatusCodes.Status307TemporaryRedirect, default) { Headers = [("Location", location)] };
}
