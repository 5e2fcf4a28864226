namespace Nest.Sdk.Providers;

/// <summary>One request of a plan.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Where it goes, in the backend's own addressing.</param>
/// <param name="Body">A JSON object, UTF-8.</param>
/// <param name="Fields">The fields of the home's document that it sets.</param>
/// <param name="Reach">Which part of the known home it makes outdated: the path of a device or structure, or <see cref="WriteIntent.All"/>.</param>
internal sealed record WriteStep(string Method, string Path, byte[] Body, IReadOnlyList<WriteField> Fields, string Reach);
