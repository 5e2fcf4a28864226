namespace Nest.Sdk.Tests.Architecture;

/// <summary>The floors of one project, from the ground: a folder uses folders on lower floors, and on its own floor only along the listed arrows.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Levels">The folders of each floor, the ground first.</param>
/// <param name="Arrows">Uses within a floor, as <c>From → To</c>.</param>
internal sealed record Floors(string Project, string[][] Levels, string[] Arrows)
{
    public static Floors Library { get; } = new(
        "src/Nest.Sdk",
        [
            ["Collections", "Diffing", "Errors", "Json", "Outcomes", "Secrets"],
            ["Diagnostics", "Http", "Model"],
            ["Authorization", "Providers", "Streaming"],
            ["Writing", "Wwn"],
            ["Client"],
            ["DependencyInjection"],
        ],
        ["Diffing → Json", "Errors → Json", "Errors → Outcomes", "Outcomes → Json", "Json → Secrets", "Providers → Authorization", "Streaming → Providers"]);

    public int LevelOf(string folder) => Array.FindIndex(Levels, level => level.Contains(folder, StringComparer.Ordinal));

    /// <summary>Whether a use keeps to the floors; those within a floor are looked up in <see cref="Arrows"/>.</summary>
    public bool Allows(string from, string to) => LevelOf(to) >= 0 && (LevelOf(to) < LevelOf(from) || Arrows.Contains($"{from} → {to}", StringComparer.Ordinal));
}
