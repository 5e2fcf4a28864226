using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>The form in the body of a call.</summary>
internal sealed class GoogleForm(FakeCall call)
{
    private readonly Dictionary<string, StringValues> _fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));

    /// <summary>Returns the value of a field. Empty when it is missing.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name).ToString();

    /// <summary>Returns the values of a field that can occur several times.</summary>
    public IReadOnlyList<string> All(string name) => [.. _fields.GetValueOrDefault(name).OfType<string>()];
}
