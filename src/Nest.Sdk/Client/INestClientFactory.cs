namespace Nest.Sdk;

/// <summary>
/// Creates clients at run time, for programs that serve many homes. All clients share their connections.
/// </summary>
public interface INestClientFactory
{
    /// <summary>
    /// Creates a client. Dispose it when its home is no longer served. The factory disposes the remaining clients.
    /// </summary>
    /// <param name="options">The settings; read once, by this call.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option and the fix.</exception>
    /// <exception cref="ObjectDisposedException">The factory was disposed.</exception>
    INestClient Create(NestClientOptions options) => Create("", options);

    /// <summary>Creates a client with a name.</summary>
    /// <param name="name">
    /// The value of <see cref="INestClient.Name"/>, such as the name of the account. Need not be unique.
    /// </param>
    /// <param name="options">The settings; read once, by this call.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option and the fix.</exception>
    /// <exception cref="ObjectDisposedException">The factory was disposed.</exception>
    INestClient Create(string name, NestClientOptions options);
}
