using System.Buffers;

namespace Nest.Sdk.Secrets;

/// <summary>The one table of what a secret of either backend looks like.</summary>
/// <remarks>A shape is stricter than the service: it must not cover host names, ids, times, paths of the data model or words.</remarks>
internal static class SecretShapes
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private static readonly SearchValues<char> Id = SearchValues.Create(IdLetters);
    private static readonly SearchValues<char> Dotted = SearchValues.Create(IdLetters + ".");

    /// <summary>What starts like a token and goes on like one.</summary>
    public static readonly TokenShape[] Tokens =
    [
        // Works with Nest: real tokens have about 150 characters; other text after "c." does not reach 20 without a break.
        new("c.", Id, 20),
        // A header or host in the wrong case. Stricter, since names of types in code begin like that.
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

    /// <summary>Names whose value is a secret wherever they stand: a member of JSON of any kind, or a parameter with anything before the name.</summary>
    public static readonly string[] Names =
    [
        "access_token", "refresh_token", "id_token", "client_secret", "private_key",
        "accessToken", "refreshToken", "idToken", "clientSecret", "privateKey",
        "streamToken", "streamExtensionToken",
    ];

    /// <summary>Members of JSON that hold a secret: a token, or a link or session description that opens a picture.</summary>
    public static readonly string[] Members = [.. Names, "token", "rtspUrl", "previewUrl", "answerSdp"];

    /// <summary>Names that are ordinary words elsewhere: a secret only as a parameter of an address or form, or before a text in JSON that is itself inside a text.</summary>
    public static readonly string[] ParameterNames = ["token", "code", "pin", "key", "assertion", "auth"];

    /// <summary>The parameter of links in both worlds. It counts with anything before it, such as <c>x_auth=</c>.</summary>
    public const string LinkParameter = "auth";

    /// <summary>Where a value of a parameter ends.</summary>
    public static readonly SearchValues<char> ValueEnds = SearchValues.Create("&#\"'<>\\ \t\r\n\u00a0");

    /// <summary>The address at which a token of Works with Nest is revoked has the token in its path.</summary>
    public const string RevocationPath = "/access_tokens/";

    /// <summary>The rest of the line that begins a private key, and the line that ends it.</summary>
    public const string KeyBegin = "PRIVATE KEY-----";

    /// <inheritdoc cref="KeyBegin"/>
    public const string KeyEnd = "-----END";
}
