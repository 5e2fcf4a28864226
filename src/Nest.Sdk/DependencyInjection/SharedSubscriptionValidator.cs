using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Finds clients of a container that use one subscription in different ways.</summary>
internal sealed class SharedSubscriptionValidator : IValidateOptions<NestClientOptions>
{
    private readonly ConcurrentDictionary<string, (Uri Endpoint, string Subscription, bool IsOwned)> _clients = new(StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? name, NestClientOptions options)
    {
        name ??= "";
        if (options.Sdm is not { Subscription: { } subscription } sdm)
        {
            _clients.TryRemove(name, out _);
            return ValidateOptionsResult.Success;
        }

        _clients[name] = (sdm.PubSubEndpoint, subscription, sdm.OwnsSubscription);
        var other = _clients.FirstOrDefault(client => client.Value.Subscription == subscription && client.Value.Endpoint == sdm.PubSubEndpoint && client.Value.IsOwned != sdm.OwnsSubscription);
        return other.Key is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Sdm.OwnsSubscription is {sdm.OwnsSubscription} for the client '{name}' and {other.Value.IsOwned} for the client '{other.Key}', which use the same Sdm.Subscription. Set the same value for both: true when no other process reads the subscription, false otherwise.");
    }
}
