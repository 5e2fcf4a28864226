using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Http;

/// <summary>A complete response of the fake.</summary>
internal sealed record FakeAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The content type of the body, if there is one.</summary>
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static FakeAnswer Redirect(string location) => new(StatusCodes.Status307TemporaryRedirect, default) { Headers = [("Location", location)] };
}
