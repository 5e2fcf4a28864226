namespace Nest.Sdk.Tests.Architecture;

/// <summary>Tests the module test with invented sources of three folders.</summary>
public class FloorsTests
{
    private static readonly Floors Sample = new("sample", [["Ground", "Yard"], ["Upper"], [SourceScan.RootFolder]], ["Yard → Ground"]);

    private static readonly (string Path, string Text)[] Valid =
    [
        ("Ground/Base.cs", "class Base { public const int Size = 1; }"),
        ("Yard/Fence.cs", "class Fence : Base;"),
        ("Upper/Roof.cs", "class Roof { Fence? _fence; }"),
        ("Program.cs", "class Program { Roof? _roof; }"),
    ];

    [Fact]
    public void Uses_of_lower_floors_and_along_listed_arrows_are_allowed() => Assert.Equal([], Violations());

    [Theory]
    [InlineData("class Odd { string Text => $\"{nameof(Roof)}\"; }", "Ground → Upper: Ground/Sub/Odd.cs uses Roof")]
    [InlineData("class Odd { string Text => $\"a {(Roof.Count > 1 ? $\"{new Roof()}\" : \"\")}\"; }", "Ground → Upper: Ground/Sub/Odd.cs uses Roof")]
    [InlineData("class Odd { Program? _top; }", "Ground → root: Ground/Sub/Odd.cs uses Program")]
    [InlineData("class Odd { Fence? _fence; }", "Ground → Yard: Ground/Sub/Odd.cs uses Fence")]
    public void A_use_of_a_higher_floor_is_found_in_interpolation_holes_and_sub_folders_too(string source, string expected) =>
        Assert.Contains(expected, Violations(("Ground/Sub/Odd.cs", source)));

    [Theory]
    [InlineData("class Odd { int Size => 1.Doubled(); }")]
    [InlineData("class Odd { int? Size => Some()?.Doubled(); }")]
    public void A_call_of_an_extension_method_is_a_use(string source) => Assert.Contains(
        "Ground → Upper: Ground/Odd.cs uses Doubled",
        Violations(("Upper/Numbers.cs", "static class Numbers { public static int Doubled(this int value) => 2 * value; }"), ("Ground/Odd.cs", source)));

    [Theory]
    [InlineData("class Odd { /* Roof */ string Text => \"Roof {Roof}\"; }")]
    [InlineData("class Odd { int Count => this.Roof; }")]
    [InlineData("namespace Ground.Roof; class Odd;")]
    public void Comments_texts_members_and_namespaces_are_not_uses(string source) => Assert.Equal([], Violations(("Ground/Odd.cs", source)));

    [Fact]
    public void A_listed_arrow_that_is_unused_is_found() =>
        Assert.Equal(["Yard → Ground is listed but unused"], Sample.Violations(new SourceScan(Valid.Select(file => (file.Path, file.Text.Replace(" : Base", "", StringComparison.Ordinal))))));

    [Fact]
    public void A_listed_arrow_between_floors_is_found() =>
        Assert.Equal(["Upper → Yard is listed but not within a floor"], (Sample with { Arrows = [.. Sample.Arrows, "Upper → Yard"] }).Violations(new SourceScan(Valid)));

    [Fact]
    public void A_circle_is_found_even_along_listed_arrows() => Assert.Equal(
        ["Ground is part of a circle", "Yard is part of a circle"],
        (Sample with { Arrows = [.. Sample.Arrows, "Ground → Yard"] }).Violations(new SourceScan([.. Valid, ("Ground/Odd.cs", "class Odd { Fence? _fence; }")])).Order());

    [Fact]
    public void A_folder_on_no_floor_and_a_floor_without_sources_are_found() =>
        Assert.Equal(["Attic is on no floor", "Yard is on a floor but has no sources"], Sample.Violations(new SourceScan([Valid[0], ("Upper/Roof.cs", "class Roof { Base? _base; }"), Valid[3], ("Attic/Box.cs", "class Box;")])).Where(violation => !violation.Contains('→', StringComparison.Ordinal)));

    [Fact]
    public void It_prints_the_levels() => Assert.Equal("0  Ground  Yard\n1  Upper\n2  root", $"{Sample}");

    private static IReadOnlyList<string> Violations(params (string Path, string Text)[] more) => Sample.Violations(new SourceScan([.. Valid, .. more]));
}
