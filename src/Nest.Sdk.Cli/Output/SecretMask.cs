using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Output;

/// <summary>Takes secrets out of everything that is printed: those that it was told of, and what looks like a token of Nest.</summary>
internal sealed partial class SecretMask
{
    public const string Mask = "***";

    /// <summary>A shorter secret is looked for as a whole word: it may well be a part of usual ones.</summary>
    private const int Distinct = 8;

    private readonly Lock _gate = new();
    private readonly List<string> _secrets = [];
    private Regex? _known;

    /// <summary>Adds a secret, which may come at any time.</summary>
    public void Add(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret) || secret.Trim('*').Length == 0)
            return;
        lock (_gate)
        {
            if (_secrets.Contains(secret))
                return;
            _secrets.Add(secret);
            _known = Pattern(_secrets);
        }
    }

    /// <returns>The text without secrets; the same object when it has none.</returns>
    public string Clean(string text)
    {
        if (_known is { } known && known.IsMatch(text))
            text = known.Replace(text, Mask);
        if (text.Contains('=') || text.Contains('%'))
            text = InQuery().Replace(text, "${name}" + Mask);
        return text.Contains("c.", StringComparison.Ordinal) ? LikeToken().Replace(text, "c." + Mask) : text;
    }

    /// <summary>Each letter as it is or percent-encoded, however often; host names lose their case on the way.</summary>
    [SuppressMessage("Security", "MA0009", Justification = "What a letter matches is settled by the next one: nothing to go back over.")]
    private static Regex Pattern(IEnumerable<string> secrets)
    {
        var pattern = new StringBuilder();
        // The longest first: it may begin with a shorter one.
        foreach (var secret in secrets.OrderByDescending(static secret => secret.Length))
        {
            pattern.Append(pattern.Length == 0 ? "" : "|").Append(secret.Length < Distinct ? @"(?<![\p{L}\p{N}])" : "");
            foreach (var letter in secret)
            {
                pattern.Append("(?:").Append(EitherCase(letter.ToString()));
                if (letter < 128)
                    pattern.Append("|%(?:25)*").Append(EitherCase(((int)letter).ToString("x2", CultureInfo.InvariantCulture)));
                pattern.Append(')');
            }

            pattern.Append(secret.Length < Distinct ? @"(?![\p{L}\p{N}])" : "");
        }

        // Without options, and so spelled out: with them a native build holds every engine there is (0.5 MB).
        return new Regex(pattern.ToString());
    }

    private static string EitherCase(string text) => string.Concat(text.Select(static letter =>
        char.ToLowerInvariant(letter) is var small && char.ToUpperInvariant(letter) is var big && small == big ? Regex.Escape(letter.ToString()) : $"[{small}{big}]"));

    [GeneratedRegex("(?<name>(auth|access_token|client_secret)(=|%3D))[^&#\\s\"'<>\\\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InQuery();

    // Real tokens have about 150 characters; what else stands after "c." does not reach 20 without a break.
    [GeneratedRegex("\\bc\\.[A-Za-z0-9_-]{20,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex LikeToken();
}
