namespace Nest.Sdk.Tests.Architecture;

/// <summary>
/// The floors of one project, from the ground up. A folder uses folders on lower floors, and on its own floor only
/// along the listed arrows.
/// </summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Levels">
/// The folders of each floor, ground floor first. <see cref="SourceScan.RootFolder"/> is the folder of the project
/// itself.
/// </param>
/// <param name="Arrows">The allowed uses within a floor, as <c>From → To</c>.</param>
internal sealed record Floors(string Project, string[][] Levels, string[] Arrows)
{
    /// <summary>The library.</summary>
    public static Floors Library { get; } = new(
        "src/Nest.Sdk",
        [
            ["Collections", "Diffing", "Errors", "Json", "Outcomes", "Secrets"],
            ["Diagnostics", "Http", "Model"],
            ["Authorization", "Providers", "Streaming"],
            ["Sdm", "Writing", "Wwn"],
            ["Client"],
            ["DependencyInjection"],
        ],
        ["Diffing → Json", "Errors → Json", "Errors → Outcomes", "Outcomes → Json", "Json → Secrets", "Providers → Authorization", "Streaming → Providers"]);

    /// <summary>
    /// The fake. The floors up to the rate limits know neither WireMock nor event streams, and the floors up to the
    /// live home know neither HTTP nor tokens, so that a second protocol can use them.
    /// </summary>
    public static Floors Testing { get; } = new(
        "src/Nest.Sdk.Testing",
        [
            ["Documents", "Waiting"],
            ["Homes", "Permissions", "Recording"],
            ["Rules"],
            ["Http", "Live"],
            ["Tokens"],
            ["Authorization", "RateLimiting"],
            ["Data"],
            ["InMemory", "Streams"],
            ["Faults"],
            ["Serving"],
            ["Google"],
            [SourceScan.RootFolder],
        ],
        []);

    /// <summary>The tool.</summary>
    public static Floors Tool { get; } = new(
        "src/Nest.Sdk.Cli",
        [
            ["Console", "Values"],
            ["Session"],
            ["Reports"],
            ["Settings", "Watching"],
            ["Commands"],
            [SourceScan.RootFolder],
        ],
        []);

    /// <summary>The projects whose floors <see cref="ModuleTests"/> checks.</summary>
    public static IReadOnlyList<Floors> All { get; } = [Library, Testing, Tool];

    /// <summary>The number of a folder's floor, from 0, or -1 for a folder on no floor.</summary>
    public int LevelOf(string folder) => Array.FindIndex(Levels, level => level.Contains(folder, StringComparer.Ordinal));

    /// <summary>
    /// Uses in the sources that the floors do not allow, and entries of the floors without a counterpart in the
    /// sources. Empty when both agree.
    /// </summary>
    public IReadOnlyList<string> Violations(SourceScan scan)
    {
        var uses = scan.Uses().ToList();
        var arrows = uses.Select(Arrow).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scan.Folders.Where(folder => LevelOf(folder) < 0).Select(folder => $"{folder} is on no floor"),
            .. Levels.SelectMany(level => level).Except(scan.Folders).Select(folder => $"{folder} is on a floor but has no sources"),
            .. uses.Where(use => !Allows(use.From, use.To)).Select(use => $"{Arrow(use)}: {use.File} uses {use.Name}"),
            .. Arrows.Where(arrow => !arrows.Contains(arrow)).Select(arrow => $"{arrow} is listed but unused"),
            .. Arrows.Where(arrow => arrow.Split(" → ") is not [var from, var to] || LevelOf(from) != LevelOf(to)).Select(arrow => $"{arrow} is listed but not within a floor"),
            .. Circles(uses.ToLookup(use => use.From, use => use.To)).Select(folder => $"{folder} is part of a circle"),
        ];
    }

    /// <summary>The floors as lines, ground floor first.</summary>
    public override string ToString() => string.Join('\n', Levels.Select((level, number) => $"{number}  {string.Join("  ", level)}"));

    private bool Allows(string from, string to) =>
        LevelOf(to) >= 0 && (LevelOf(to) < LevelOf(from) || Arrows.Contains($"{from} → {to}", StringComparer.Ordinal));

    private static string Arrow((string From, string To, string File, string Name) use) => $"{use.From} → {use.To}";

    private static IEnumerable<string> Circles(ILookup<string, string> arrows) =>
        arrows.Select(from => from.Key).Where(folder => Reached(folder, arrows).Contains(folder));

    private static HashSet<string> Reached(string from, ILookup<string, string> arrows)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(arrows[from]);
        while (open.TryPop(out var folder))
        {
            if (!reached.Add(folder))
                continue;
            foreach (var next in arrows[folder])
                open.Push(next);
        }

        return reached;
    }
}
