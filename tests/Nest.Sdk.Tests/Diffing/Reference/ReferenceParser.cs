using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nest.Sdk.Tests.Diffing.Reference;

/// <summary>
/// A full parser by RFC 8259: validates UTF-8, and rejects duplicate names and more than 4,096 levels.
/// </summary>
internal sealed class ReferenceParser
{
    public const int MaxDepth = 4096;

    private readonly byte[] _json;
    private int _at;
    private int _depth;

    private ReferenceParser(byte[] json) => _json = json;

    private int Current => _at < _json.Length ? _json[_at] : -1;

    public static JsonTree Parse(ReadOnlySpan<byte> json)
    {
        var parser = new ReferenceParser(json.ToArray());
        parser.SkipSpace();
        var value = parser.Value();
        parser.SkipSpace();
        return parser._at == json.Length ? value : throw parser.Error("text after the value");
    }

    public static bool Accepts(ReadOnlySpan<byte> json)
    {
        try
        {
            Parse(json);
            return true;
        }
        catch (ReferenceSyntaxException)
        {
            return false;
        }
    }

    private JsonTree Value() => Current switch
    {
        '{' => Object(),
        '[' => List(),
        '"' => JsonTree.String(String(out var spelling), spelling),
        't' => Word("true"),
        'f' => Word("false"),
        'n' => Word("null"),
        _ => Number(),
    };

    private JsonTree Object()
    {
        Enter();
        var members = new List<JsonTreeMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        SkipSpace();
        if (!TryTake('}'))
        {
            do
            {
                SkipSpace();
                var name = String(out var spelling);
                if (!names.Add(name))
                    throw Error("a name that is there already");
                SkipSpace();
                Take(':');
                SkipSpace();
                members.Add(new JsonTreeMember(name, Value(), spelling));
                SkipSpace();
            }
            while (TryTake(','));
            Take('}');
        }

        _depth--;
        return JsonTree.Object(members);
    }

    private JsonTree List()
    {
        Enter();
        var items = new List<JsonTree>();
        SkipSpace();
        if (!TryTake(']'))
        {
            do
            {
                SkipSpace();
                items.Add(Value());
                SkipSpace();
            }
            while (TryTake(','));
            Take(']');
        }

        _depth--;
        return JsonTree.List(items);
    }

    private JsonTree Word(string word)
    {
        foreach (var letter in word)
            Take(letter);
        return JsonTree.Word(word);
    }

    private JsonTree Number()
    {
        var start = _at;
        TryTake('-');
        if (!TryTake('0'))
            Digits();
        if (TryTake('.'))
            Digits();
        if (TryTake('e') || TryTake('E'))
        {
            _ = TryTake('+') || TryTake('-');
            Digits();
        }

        return JsonTree.Number(Encoding.ASCII.GetString(_json, start, _at - start));
    }

    private void Digits()
    {
        if (!char.IsAsciiDigit((char)Math.Max(Current, 0)))
            throw Error("no digit");
        while (char.IsAsciiDigit((char)Math.Max(Current, 0)))
            _at++;
    }

    private string String(out string spelling)
    {
        Take('"');
        var start = _at;
        var text = new StringBuilder();
        while (!TryTake('"'))
        {
            if (TryTake('\\'))
                text.Append(Escape());
            else
                text.Append(Character());
        }

        spelling = Encoding.UTF8.GetString(_json, start, _at - 1 - start);
        return text.ToString();
    }

    private string Character()
    {
        if (Current < ' ' || Rune.DecodeFromUtf8(_json.AsSpan(_at), out var character, out var used) != OperationStatus.Done)
            throw Error("no character");
        _at += used;
        return character.ToString();
    }

    private char Escape()
    {
        var letter = Current;
        _at++;
        switch (letter)
        {
            case '"' or '\\' or '/':
                return (char)letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var digits = Encoding.Latin1.GetString(_json.AsSpan(_at, Math.Min(4, _json.Length - _at)));
                if (digits.Length < 4 || !digits.All(char.IsAsciiHexDigit))
                    throw Error("no four hex digits");
                _at += 4;
                return (char)int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                throw Error("no escape");
        }
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw Error("too deep");
        _at++;
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

    private void Take(char letter)
    {
        if (!TryTake(letter))
            throw Error($"no {letter}");
    }

    private bool TryTake(char letter)
    {
        if (Current != letter)
            return false;
        _at++;
        return true;
    }

    private ReferenceSyntaxException Error(string what) => new(what, _at);
}
