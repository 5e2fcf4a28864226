using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Http;

/// <summary>One whole answer of the fake.</summary>
internal sealed record FakeAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Of the body, when there is one.</summary>
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static FakeAnswer Redirect(string location) => new(StatusCodes.Status307TemporaryRedirect, default) { Headers = [("Location", location)] };
}
