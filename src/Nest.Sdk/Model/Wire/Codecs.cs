using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>The codecs for the kinds of fields on the wire, by the names that the tables use.</summary>
internal static class Codecs
{
    public static Codec<string?> Text { get; } = new TextCodec(acceptNumber: false);

    /// <summary>
    /// An id that may also be a number. Stored as text. See
    /// docs/protocol/works-with-nest.md#contradictions-between-sources.
    /// </summary>
    public static Codec<string?> TextOrNumber { get; } = new TextCodec(acceptNumber: true);

    /// <summary>
    /// An id that is a number in real payloads and text in the official sample. Stored as text. See
    /// docs/protocol/works-with-nest.md#contradictions-between-sources.
    /// </summary>
    public static Codec<string?> NumberOrText { get; } = new TextCodec(acceptNumber: true, isNumberUsual: true);

    public static Codec<bool?> Flag { get; } = new FlagCodec();

    public static Codec<int?> Whole { get; } = new WholeCodec();

    public static Codec<decimal> Degrees { get; } = new DegreesCodec(acceptText: false);

    /// <summary>
    /// Degrees that may also be text. See docs/protocol/works-with-nest.md#contradictions-between-sources.
    /// </summary>
    public static Codec<decimal> DegreesOrText { get; } = new DegreesCodec(acceptText: true);

    public static Codec<DateTimeOffset?> Time { get; } = new TimeCodec(acceptZero: false);

    /// <summary>
    /// A time, or the number 0 that cancels an estimate. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    public static Codec<DateTimeOffset?> TimeOrZero { get; } = new TimeCodec(acceptZero: true);

    public static Codec<SecretUri?> SecretLink { get; } = new SecretLinkCodec();

    public static Codec<TimeToTarget> Forecast { get; } = new ForecastCodec();

    public static Codec<EquatableArray<string>> TextsOrNumbers { get; } = new ListCodec<string>(TextOrNumber!);

    public static Codec<T> Word<T>()
        where T : struct, IOpenEnum<T> => WordCodec<T>.Instance;

    public static Codec<T?> Object<T>(WireType<T> type, T? absent = null)
        where T : class => new ObjectCodec<T>(type, absent);

    public static Codec<EquatableMap<T>> MapOf<T>(Codec<T> item) => new MapCodec<T>(item);

    public static Codec<EquatableArray<T>> ListOf<T>(Codec<T> item) => new ListCodec<T>(item);
}
