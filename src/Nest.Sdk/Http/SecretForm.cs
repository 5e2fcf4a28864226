namespace Nest.Sdk.Http;

/// <summary>A form with secrets, which prints nothing of its content.</summary>
/// <param name="fields">The fields, in the order in which they are sent.</param>
internal sealed class SecretForm(params IReadOnlyList<(string Name, string Value)> fields)
{
    /// <summary>The request option that carries the form.</summary>
    public static readonly HttpRequestOptionsKey<SecretForm> Option = new("Nest.Sdk.SecretForm");

    /// <summary>Creates the body of one attempt.</summary>
    public FormUrlEncodedContent ToContent() => new(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>Returns a mask, never a field.</summary>
    public override string ToString() => $"{nameof(SecretForm)}(***)";
}
