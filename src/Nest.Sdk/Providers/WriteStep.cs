namespace Nest.Sdk.Providers;

/// <summary>One request of a plan.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, in the backend's addressing.</param>
/// <param name="Body">A JSON object, UTF-8.</param>
/// <param name="Fields">The fields of the home's document that the request sets.</param>
/// <param name="Reach">
/// Which part of the model the write invalidates: the path of a device or structure, or <see cref="WriteIntent.All"/>.
/// </param>
internal sealed record WriteStep(string Method, string Path, byte[] Body, IReadOnlyList<WriteField> Fields, string Reach);
