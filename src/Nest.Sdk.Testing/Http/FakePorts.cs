namespace Nest.Sdk.Testing.Http;

/// <summary>The two ports of one fake, known once it listens.</summary>
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

    /// <summary>The same path and query on the data port (see docs/protocol/works-with-nest.md#redirects).</summary>
    public string Redirect(string target) => At(DataUri, target);

    /// <summary>The same path and query on the port that the call did not come to.</summary>
    public string Other(FakeCall call) => At(call.IsFront ? DataUri : FrontUri, call.Target);

    /// <summary>
    /// Characters of a request line, such as control characters, that are not allowed in a header are escaped.
    /// </summary>
    private static string At(Uri endpoint, string target) =>
        endpoint.GetLeftPart(UriPartial.Authority) + string.Concat(target.Select(letter => letter is > ' ' and <= '~' ? $"{letter}" : $"%{(int)letter:X2}"));

    private static Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/");
}
