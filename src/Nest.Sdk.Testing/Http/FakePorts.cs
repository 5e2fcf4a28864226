namespace Nest.Sdk.Testing.Http;

/// <summary>
/// The ports of a fake, known after it has started to listen. A fake with one port has the same port twice.
/// </summary>
internal sealed class FakePorts
{
    public int Front { get; private set; }

    public Uri FrontUri { get; private set; } = Endpoint(0);

    public Uri DataUri { get; private set; } = Endpoint(0);

    public void Assign(int front, int data)
    {
        Front = front;
        FrontUri = Endpoint(front);
        DataUri = Endpoint(data);
    }

    public bool IsFront(int localPort) => localPort == Front;

    /// <summary>
    /// Returns the same path and query on the data port. See docs/protocol/works-with-nest.md#redirects.
    /// </summary>
    public string Redirect(string target) => At(DataUri, target);

    /// <summary>Returns the same path and query on the port that did not receive the call.</summary>
    public string Other(FakeCall call) => At(call.IsFront ? DataUri : FrontUri, call.Target);

    /// <summary>
    /// Returns the address of a target. Escapes characters that are not allowed in a header, such as control
    /// characters.
    /// </summary>
    private static string At(Uri endpoint, string target) =>
        endpoint.GetLeftPart(UriPartial.Authority) + string.Concat(target.Select(letter => letter is > ' ' and <= '~' ? $"{letter}" : $"%{(int)letter:X2}"));

    private static Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/");
}
