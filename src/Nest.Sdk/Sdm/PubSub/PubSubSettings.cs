namespace Nest.Sdk.Sdm.PubSub;

/// <summary>The settings of calls to Pub/Sub, taken from the options.</summary>
/// <param name="Endpoint">The address of the Pub/Sub API.</param>
/// <param name="Subscription">The full name of the subscription.</param>
/// <param name="ConnectTimeout">The timeout for opening a connection.</param>
/// <param name="ResponseTimeout">The timeout for the headers of a response, and again for its body. Not of a pull.</param>
/// <param name="PullTimeout">The timeout for a pull.</param>
/// <param name="MaxResponseBytes">The largest response, in bytes.</param>
internal sealed record PubSubSettings(Uri Endpoint, string Subscription, TimeSpan ConnectTimeout, TimeSpan ResponseTimeout, TimeSpan PullTimeout, int MaxResponseBytes);
