using Microsoft.Extensions.Options;
using Nest.Sdk.Http;

namespace Nest.Sdk.Client;

/// <summary>Validates the options. Every message states the value and the fix.</summary>
internal sealed class NestClientOptionsValidator : IValidateOptions<NestClientOptions>
{
    private const int SmallestDocument = 1024;

    public ValidateOptionsResult Validate(string? name, NestClientOptions options)
    {
        List<string> failures = [.. Backend(options), .. Failures(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Gets the errors in the options that all backends share.</summary>
    public static IEnumerable<string> Failures(NestClientOptions options) =>
    [
        .. SettingRules.Positive(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. SettingRules.Positive(nameof(options.ResponseTimeout), options.ResponseTimeout),
        .. Finite(nameof(options.FirstReconnectDelay), options.FirstReconnectDelay),
        .. Finite(nameof(options.MaxReconnectDelay), options.MaxReconnectDelay),
        .. NotNegative(nameof(options.StableAfter), options.StableAfter),
        .. NotNegative(nameof(options.Linger), options.Linger),
        .. AtLeast(nameof(options.SubscriberQueueCapacity), options.SubscriberQueueCapacity, 1),
        .. AtLeast(nameof(options.MaxDocumentBytes), options.MaxDocumentBytes, SmallestDocument),
        .. Ordered(options),
    ];

    private static IEnumerable<string> Backend(NestClientOptions options) => options.Backends switch
    {
        [] => ["No backend is chosen. Call options.UseSdm(sdm => …) or options.UseWwn(wwn => …), or add the settings of the backend to the configuration, such as Nest:Sdm:ProjectId."],
        [var backend] => backend.Failures(),
        var several => [$"{several.Count} backends are chosen: {string.Join(", ", several.Select(static each => each.Backend))}. Keep one Use… call or one section of configuration. Register a second home as a separate client with a name."],
    };

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
