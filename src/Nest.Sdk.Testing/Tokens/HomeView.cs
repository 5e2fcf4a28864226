using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Permissions;

namespace Nest.Sdk.Testing.Tokens;

/// <summary>
/// The view of a home for one token: the fields that its permissions show, with the token in the links. Permissions are
/// read and changed under the lock of the home.
/// </summary>
internal sealed class HomeView(LiveHome home, string token, FakePermissions permissions)
{
    /// <summary>The home itself, for operations that need no permission.</summary>
    public LiveHome Home { get; } = home;

    public FakePermissions Permissions { get; private set; } = permissions;

    /// <summary>The number of permission changes that the user has accepted.</summary>
    public int AcceptedUpdates { get; private set; }

    public void Accept(FakePermissions permissions, int updates) => (Permissions, AcceptedUpdates) = (permissions, updates);

    /// <summary>Returns the value at a path as UTF-8 JSON. Null when the view has no value there.</summary>
    public byte[]? Read(DocumentPath path) => Home.Read(root => path.TryFind(Of(root), out var value) ? Encoding.UTF8.GetBytes(DocumentText.RenderFor(token, value)) : null);

    /// <summary>Returns whether the view has a value at a path.</summary>
    public bool Shows(DocumentPath path) => Home.Read(root => path.TryFind(Of(root), out _));

    /// <summary>Returns the current value at a path as JSON. <c>null</c> when there is no value.</summary>
    public string Render(DocumentPath path) => Home.Read(root => Render(root, path));

    /// <summary>Returns the value at a path before the last change of the home.</summary>
    public string RenderFormer(DocumentPath path) => Home.ReadFormer(root => Render(root, path));

    private string Render(JsonObject root, DocumentPath path)
    {
        path.TryFind(Of(root), out var value);
        return DocumentText.RenderFor(token, value);
    }

    private JsonObject Of(JsonObject root) => PermissionView.Of(root, Permissions, AcceptedUpdates);
}
