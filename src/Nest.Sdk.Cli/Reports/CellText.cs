using System.Globalization;
using Spectre.Console.Rendering;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Measures and cuts text by terminal cells. A Chinese character or an emoji takes two.</summary>
internal static class CellText
{
    private const string Cut = "…";

    public static int Width(string text) => new Segment(text).CellCount();

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Cuts the end of a text that is wider than <paramref name="width"/>.</summary>
    public static string CutEnd(string text, int width) => Width(text) <= width ? text : string.Concat(First(Elements(text), width - 1)) + Cut;

    /// <summary>
    /// Cuts the middle of a text that is wider than <paramref name="width"/>, since names often differ only at the end.
    /// </summary>
    public static string CutMiddle(string text, int width)
    {
        if (Width(text) <= width)
            return text;
        var end = (width - 1) / 2;
        return string.Concat([.. First(Elements(text), width - 1 - end), Cut, .. First(Elements(text).Reverse(), end).Reverse()]);
    }

    private static IEnumerable<string> First(IEnumerable<string> elements, int width)
    {
        var taken = 0;
        return elements.TakeWhile(element => (taken += Width(element)) <= width);
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
            yield return elements.GetTextElement();
    }
}
