using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Tools;

/// <summary>The details that a Works with Nest server reported about an error.</summary>
internal static class WwnErrorFacts
{
    public static string? Anchor(this NestException error) => (error.ServerError as WwnServerError)?.Anchor;

    public static string? InstanceId(this NestException error) => (error.ServerError as WwnServerError)?.InstanceId;
}
