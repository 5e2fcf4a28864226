namespace Nest.Sdk;

/// <summary>Makes clients at run time, for those who serve many homes. All of them share their connections.</summary>
public interface INestClientFactory
{
    /// <summary>Makes a client. Dispose it when its home is no longer served; the factory disposes what is left.</summary>
    /// <param name="options">The settings; read now and never again.</param>
    /// <returns>A client of its own for this token.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and what to do.</exception>
    /// <exception cref="ObjectDisposedException">The factory was disposed.</exception>
    INestClient Create(NestClientOptions options) => Create("", options);

    /// <summary>Makes a client with a name.</summary>
    /// <param name="name">What <see cref="INestClient.Name"/> says, such as the name of the account. Need not be unique.</param>
    /// <param name="options">The settings; read now and never again.</param>
    /// <returns>A client of its own.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and what to do.</exception>
    /// <exception cref="ObjectDisposedException">The factory was disposed.</exception>
    INestClient Create(string name, NestClientOptions options);
}
