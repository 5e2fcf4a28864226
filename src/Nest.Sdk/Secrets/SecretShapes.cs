using System.Buffers;

namespace Nest.Sdk.Secrets;

/// <summary>The table of the shapes of the secrets of both backends.</summary>
/// <remarks>
/// A shape is stricter than the service: it must not match host names, ids, times, paths of the data model or words.
/// </remarks>
internal static class SecretShapes
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private static readonly SearchValues<char> Id = SearchValues.Create(IdLetters);
    private static readonly SearchValues<char> Dotted = SearchValues.Create(IdLetters + ".");

    /// <summary>The shapes of tokens: a prefix and the characters after it.</summary>
    public static readonly TokenShape[] Tokens =
    [
        // Works with Nest: real tokens have about 150 characters. Other text after "c." has fewer than 20 without a
        // break.
        new("c.", Id, 20),
        // A header or host in the wrong case. Stricter, because type names in code start like this.
        new("C.", Id, 40),
        // Google: access token, refresh token, client secret, authorization code, API key.
        new("ya29.", Dotted, 20),
        new("1//", Id, 20),
        new("GOCSPX-", Id, 10),
        new("4/0", Id, 30),
        new("AIza", Id, 30),
        // Tokens of live streams and event images, and any other JSON Web Token.
        new("g.0.", Dotted, 8),
        new("eyJ", Dotted, 20) { Inner = ".eyJ" },
    ];

    /// <summary>
    /// The names whose value is always a secret: as a JSON member of any kind, or as a parameter with any text before
    /// the name.
    /// </summary>
    public static readonly string[] Names =
    [
        "access_token", "refresh_token", "id_token", "client_secret", "private_key",
        "accessToken", "refreshToken", "idToken", "clientSecret", "privateKey",
        "streamToken", "streamExtensionToken",
    ];

    /// <summary>
    /// The JSON members that contain a secret: a token, or a link or session description that gives access to a
    /// picture.
    /// </summary>
    public static readonly string[] Members = [.. Names, "token", "rtspUrl", "previewUrl", "answerSdp"];

    /// <summary>
    /// The names that are ordinary words elsewhere. Their value is a secret only as a parameter of a URL or form, or as
    /// a string in JSON inside a text.
    /// </summary>
    public static readonly string[] ParameterNames = ["token", "code", "pin", "key", "assertion", "auth"];

    /// <summary>
    /// The parameter of links of both backends. Matches with any text before it, such as <c>x_auth=</c>.
    /// </summary>
    public const string LinkParameter = "auth";

    /// <summary>The characters that end the value of a parameter.</summary>
    public static readonly SearchValues<char> ValueEnds = SearchValues.Create("&#\"'<>\\ \t\r\n\u00a0");

    /// <summary>The path of the URL that revokes a token of Works with Nest. The token follows it.</summary>
    public const string RevocationPath = "/access_tokens/";

    /// <summary>The rest of the line that begins a private key, and the line that ends it.</summary>
    public const string KeyBegin = "PRIVATE KEY-----";

    /// <inheritdoc cref="KeyBegin"/>
    public const string KeyEnd = "-----END";
}
