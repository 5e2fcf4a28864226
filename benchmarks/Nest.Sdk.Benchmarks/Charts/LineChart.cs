using System.Globalization;
using System.Text;

namespace Nest.Sdk.Benchmarks.Charts;

/// <summary>
/// A line chart with two logarithmic axes, written as SVG that follows the reader's light or dark scheme.
/// </summary>
internal sealed record LineChart(string Title, string XTitle, string YTitle, double XStep, Func<double, string> XLabel, IReadOnlyList<Series> Lines)
{
    private const double Width = 760, Height = 420, Left = 70, Right = 590, Top = 46, Bottom = 360, LabelHeight = 16;

    // Four hues that color-blind readers can distinguish, on white and on black.
    private const string Style =
        """
        <style>
          text { font: 13px system-ui, sans-serif; fill: #24292f } .title { font-size: 15px; font-weight: 600 }
          .paper { fill: #ffffff } .grid { stroke: #d0d7de; stroke-width: 1 } polyline { fill: none; stroke-width: 2.5 }
          .line0 { stroke: #0969da; fill: #0969da } .line1 { stroke: #bc4c00; fill: #bc4c00 } .line2 { stroke: #1a7f37; fill: #1a7f37 } .line3 { stroke: #8250df; fill: #8250df }
          text[class^=line] { stroke: none } polyline[class^=line] { fill: none }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .paper { fill: #0d1117 } .grid { stroke: #30363d }
            .line0 { stroke: #58a6ff; fill: #58a6ff } .line1 { stroke: #f0883e; fill: #f0883e } .line2 { stroke: #3fb950; fill: #3fb950 } .line3 { stroke: #bc8cff; fill: #bc8cff }
          }
        </style>
        """;

    public void Save(string file) => File.WriteAllText(file, ToSvg());

    private string ToSvg()
    {
        var x = LogScale.Around(Lines.SelectMany(static line => line.Points).Select(static point => point.X), XStep, Left, Right);
        // Including the yardstick itself, which is 1.
        var y = LogScale.Around(Lines.SelectMany(static line => line.Points).Select(static point => point.Y).Append(1), 10, Bottom, Top);
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{Title}\">");
        svg.Append(Style).Append('\n');
        Line(svg, $"<rect class=\"paper\" width=\"{Width}\" height=\"{Height}\"/>");
        Line(svg, $"<text class=\"title\" x=\"{Left}\" y=\"26\">{Title}</text>");
        AddAxes(svg, x, y);
        foreach (var line in Lines)
            Line(svg, $"<polyline class=\"line{line.Hue}\" points=\"{string.Join(' ', line.Points.Select(point => Invariant($"{x.At(point.X):0.#},{y.At(point.Y):0.#}")))}\"/>");
        AddNames(svg, y);
        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private void AddAxes(StringBuilder svg, LogScale x, LogScale y)
    {
        foreach (var tick in y.Ticks(10))
        {
            Line(svg, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y.At(tick):0.#}\" y2=\"{y.At(tick):0.#}\"/>");
            Line(svg, $"<text x=\"{Left - 8}\" y=\"{y.At(tick) + 4:0.#}\" text-anchor=\"end\">{tick:0.###}×</text>");
        }

        foreach (var tick in x.Ticks(XStep))
        {
            Line(svg, $"<line class=\"grid\" x1=\"{x.At(tick):0.#}\" x2=\"{x.At(tick):0.#}\" y1=\"{Top}\" y2=\"{Bottom}\"/>");
            Line(svg, $"<text x=\"{x.At(tick):0.#}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{XLabel(tick)}</text>");
        }

        Line(svg, $"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 44}\" text-anchor=\"middle\">{XTitle}</text>");
        Line(svg, $"<text transform=\"translate(18 {(Top + Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{YTitle}</text>");
    }

    /// <summary>
    /// Writes each name beside the end of its line. Names move down where two lines end too close to each other.
    /// </summary>
    private void AddNames(StringBuilder svg, LogScale y)
    {
        var lowest = double.MinValue;
        foreach (var line in Lines.OrderByDescending(static line => line.Points[^1].Y))
        {
            lowest = Math.Max(lowest + LabelHeight, y.At(line.Points[^1].Y) + 4);
            Line(svg, $"<text class=\"line{line.Hue}\" x=\"{Right + 8}\" y=\"{lowest:0.#}\">{line.Name}</text>");
        }
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(Invariant(line)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
