using Microsoft.Extensions.Options;
using Nest.Sdk.Http;

namespace Nest.Sdk.Client;

/// <summary>Checks the options; every message states the value and the fix.</summary>
internal sealed class NestClientOptionsValidator : IValidateOptions<NestClientOptions>
{
    private const int SmallestDocument = 1024;

    public ValidateOptionsResult Validate(string? name, NestClientOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(NestClientOptions options) =>
    [
        .. SettingRules.Endpoint(nameof(options.Endpoint), options.Endpoint, "https://developer-api.nest.com/", $"the token goes into {nameof(NestClientOptions.AccessToken)}"),
        .. options.AllowedHosts.SelectMany(Host),
        .. Token(options),
        .. SettingRules.Positive(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. SettingRules.Positive(nameof(options.ResponseTimeout), options.ResponseTimeout),
        .. SettingRules.Positive(nameof(options.IdleTimeout), options.IdleTimeout),
        .. SettingRules.Positive(nameof(options.FirstDocumentTimeout), options.FirstDocumentTimeout ?? Timeout.InfiniteTimeSpan),
        .. Finite(nameof(options.FirstReconnectDelay), options.FirstReconnectDelay),
        .. Finite(nameof(options.MaxReconnectDelay), options.MaxReconnectDelay),
        .. NotNegative(nameof(options.StableAfter), options.StableAfter),
        .. NotNegative(nameof(options.Linger), options.Linger),
        .. AtLeast(nameof(options.SubscriberQueueCapacity), options.SubscriberQueueCapacity, 1),
        .. AtLeast(nameof(options.MaxDocumentBytes), options.MaxDocumentBytes, SmallestDocument),
        .. Ordered(options),
    ];

    private static IEnumerable<string> Token(NestClientOptions options)
    {
        if (options is { AccessToken: null, AccessTokenSource: null })
            yield return "AccessToken is not set. Set it to the token of the home, or AccessTokenSource to where it comes from; never write it into code that others can read.";
        else if (options is { AccessToken: not null, AccessTokenSource: not null })
            yield return "AccessToken and AccessTokenSource are both set. Keep one of them.";
    }

    private static IEnumerable<string> Host(string host)
    {
        if (AllowedHost.Spell(host) is null)
            yield return $"AllowedHosts has '{host}', which is no host name. Write it like data.example.com or *.example.com, without scheme, port or path.";
    }

    private static IEnumerable<string> Finite(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            yield return $"{name} is {value}. Use more than zero and at most one day.";
    }

    private static IEnumerable<string> NotNegative(string name, TimeSpan value)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
            yield return $"{name} is {value}. Use zero up to one day.";
    }

    private static IEnumerable<string> AtLeast(string name, int value, int least)
    {
        if (value < least)
            yield return $"{name} is {value}. Use at least {least}.";
    }

    private static IEnumerable<string> Ordered(NestClientOptions options)
    {
        if (options.FirstReconnectDelay > options.MaxReconnectDelay)
            yield return $"FirstReconnectDelay ({options.FirstReconnectDelay}) must not be longer than MaxReconnectDelay ({options.MaxReconnectDelay}). Shorten the first or lengthen the second.";
    }
}
