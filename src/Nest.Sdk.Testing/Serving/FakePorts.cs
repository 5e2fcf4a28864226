namespace Nest.Sdk.Testing.Serving;

/// <summary>The two ports of one fake, known once it listens.</summary>
internal sealed class FakePorts
{
    public int Front { get; private set; }

    public Uri FrontEndpoint { get; private set; } = Endpoint(0);

    public Uri DataEndpoint { get; private set; } = Endpoint(0);

    public void Assign(int front, int data)
    {
        Front = front;
        FrontEndpoint = Endpoint(front);
        DataEndpoint = Endpoint(data);
    }

    public bool IsFront(int localPort) => localPort == Front;

    /// <summary>The same path and query on the data port (section 3).</summary>
    public string Redirect(string target) => At(DataEndpoint, target);

    /// <summary>The same path and query on the port that the call did not come to.</summary>
    public string Other(FakeCall call) => At(call.IsFront ? DataEndpoint : FrontEndpoint, call.Target);

    /// <summary>What came raw in a request line, such as a control character, is not allowed in a header.</summary>
    private static string At(Uri endpoint, string target) =>
        endpoint.GetLeftPart(UriPartial.Authority) + string.Concat(target.Select(letter => letter is > ' ' and <= '~' ? $"{letter}" : $"%{(int)letter:X2}"));

    private static Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/");
}
