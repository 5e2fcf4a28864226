namespace Nest.Sdk.Tests.Diffing;

/// <summary>Cases that failed or are known to be difficult: both versions, and the changes between them.</summary>
internal static class RegressionCases
{
    public static TheoryData<string, string, string, string[]> Changed => new()
    {
        { "large numbers that a double holds as one", "[9007199254740993]", "[9007199254740992]", ["replace /0 9007199254740993 -> 9007199254740992"] },
        { "a number that starts with the old one", """{"a":20}""", """{"a":200}""", ["replace /a 20 -> 200"] },
        { "a number that the old one starts with", """{"a":200,"b":1}""", """{"a":20,"b":1}""", ["replace /a 200 -> 20"] },
        { "a moved brace", """{"a":{"x":0},"b":1}""", """{"a":{"x":0,"b":1}}""", ["add /a/b - -> 1", "remove /b 1 -> -"] },
        { "a list that is empty now", """{"a":["x"]}""", """{"a":[]}""", ["remove /a/0 \"x\" -> -"] },
        { "a list that is no longer empty", """{"a":[]}""", """{"a":["x"]}""", ["add /a/0 - -> \"x\""] },
        { "another literal", """{"a":true,"b":1}""", """{"a":false,"b":1}""", ["replace /a true -> false"] },
        { "a literal in place of a text", """{"a":"null"}""", """{"a":null}""", ["replace /a \"null\" -> null"] },
        { "a renamed member", """{"a":1,"b":2}""", """{"aa":1,"b":2}""", ["add /aa - -> 1", "remove /a 1 -> -"] },
        { "a name with the old one as prefix", """{"name":1,"name_long":2}""", """{"name_long":2}""", ["remove /name 1 -> -"] },
        { "an id in front", """["b","c","d"]""", """["a","b","c","d"]""", ["add /0 - -> \"a\""] },
        { "the first id removed", """["a","b","c","d"]""", """["b","c","d"]""", ["remove /0 \"a\" -> -"] },
        { "ids removed, from the end", "[1,2,3,4,5]", "[2,4]", ["remove /4 5 -> -", "remove /2 3 -> -", "remove /0 1 -> -"] },
        { "a duplicate id", """["a","a"]""", """["a","a","a"]""", ["add /2 - -> \"a\""] },
        { "a name with slash and tilde", """{"a/~b":1}""", """{"a/~b":2}""", ["replace /a~1~0b 1 -> 2"] },
        { "an escaped name", """{"a\u0062":1}""", """{"ab":2}""", ["replace /ab 1 -> 2"] },
        { "an empty name", """{"":{"":1}}""", """{"":{"":2}}""", ["replace // 1 -> 2"] },
        { "an unpaired surrogate", """{"a":"\ud83d"}""", """{"a":"\ud83e"}""", ["replace /a \"\\ud83d\" -> \"\\ud83e\""] },
        { "an unpaired surrogate is not a replacement character", """["\ud83d"]""", "[\"\ufffd\"]", ["replace /0 \"\\ud83d\" -> \"\ufffd\""] },
        { "an object in place of a list", """{"a":[]}""", """{"a":{}}""", ["replace /a [] -> {}"] },
        { "the whole document", "1", "[]", ["replace  1 -> []"] },
        { "numbers with the same digits in a list", "[1,10]", "[10]", ["remove /0 1 -> -"] },
        { "numbers of both signs in a list", "[1]", "[-1,1]", ["add /0 - -> -1"] },
    };

    public static TheoryData<string, string, string> Unchanged => new()
    {
        { "numbers in another spelling", """{"a":20,"b":-0,"c":0.1}""", """{"a":2e1,"b":0.0,"c":1E-01}""" },
        { "one digit more", """{"a":20}""", """{"a":20.0}""" },
        { "an exponent beyond any arithmetic", "[1e99999999999999999999]", "[10e99999999999999999998]" },
        { "another order", """{"a":{"x":1,"y":[2]},"b":3}""", """{"b":3,"a":{"y":[2],"x":1}}""" },
        { "a moved member", """{"a":1,"b":2,"c":3}""", """{"b":2,"c":3,"a":1}""" },
        { "white space", """{"a":[1,2],"b":{}}""", "\r\n{ \"a\" : [ 1 ,\t2 ] , \"b\" : { } }\n" },
        { "white space at the end", "{}", "{} \n" },
        { "an escaped name", """{"ab":1}""", """{"a\u0062":1}""" },
        { "escapes in texts", """["/","😀","é","\n"]""", """["\/","\ud83d\uDE00","\u00E9","\u000a"]""" },
        { "an unpaired surrogate", """{"\ud83d":"\ude00"}""", """{"\uD83D":"\uDE00"}""" },
    };

    public static TheoryData<string, byte[], int> Refused => new()
    {
        { "nothing", [], 0 },
        { "cut off", [.. """{"a":1"""u8], 6 },
        { "a duplicate name", [.. """{"a":1,"a":1}"""u8], 7 },
        { "a duplicate name in another spelling", [.. """{"ab":1,"a\u0062":1}"""u8], 8 },
        { "an invalid character", [.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], 6 },
        { "an unpaired surrogate in UTF-8", [.. "[\""u8, 0xED, 0xA0, 0x80, .. "\"]"u8], 2 },
        { "a byte order mark", [0xEF, 0xBB, 0xBF, .. "{}"u8], 0 },
        { "text after the end", [.. "{}{}"u8], 2 },
        { "an extra comma", [.. "[1,]"u8], 3 },
        { "a number directly after a number", [.. """{"a":1e5-}"""u8], 8 },
        { "a leading zero", [.. "[01]"u8], 2 },
        { "too deep", [.. Enumerable.Repeat((byte)'[', 4097), .. Enumerable.Repeat((byte)']', 4097)], 4096 },
    };
}
