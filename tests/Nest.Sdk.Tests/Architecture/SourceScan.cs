using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>
/// Finds which folders of a project use which others, by the names of types and extension methods in their code.
/// Interpolation holes count; comments and texts do not. A sub-folder belongs to its top folder. The files in the
/// folder of the project itself belong to <see cref="RootFolder"/>.
/// </summary>
/// <remarks>
/// Uses only the syntax: a name that two folders declare counts for neither. A name after a dot is a member, which can
/// have the name of a type in another folder. An extension method counts when no folder declares a regular method with
/// the same name.
/// </remarks>
internal sealed class SourceScan
{
    public const string RootFolder = "root";

    private readonly List<(string Path, SyntaxNode Root)> _files;
    private readonly Dictionary<string, string> _folderOfType;
    private readonly Dictionary<string, string> _folderOfExtension;

    /// <summary>Scans sources with paths relative to the project, such as <c>Http/Once/OnceHandler.cs</c>.</summary>
    public SourceScan(IEnumerable<(string Path, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        _files = [.. sources.Select(file => (file.Path, (SyntaxNode)CSharpSyntaxTree.ParseText(file.Text, options).GetRoot()))];
        _folderOfType = FoldersOf(TypesOf);
        var plain = _files.SelectMany(static file => MethodsOf(file.Root, extensions: false)).ToHashSet(StringComparer.Ordinal);
        _folderOfExtension = FoldersOf(root => MethodsOf(root, extensions: true).Where(name => !plain.Contains(name)));
    }

    public IReadOnlyList<string> Folders => [.. _files.Select(static file => FolderOf(file.Path)).Distinct().Order(StringComparer.Ordinal)];

    public static SourceScan Of(string project) => new(Sources(project));

    /// <summary>The sources of a project, without generated files.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string project)
    {
        var root = Repository.Folder(project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(static path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Path.Combine(root, path))));
    }

    /// <summary>The top folder of a path.</summary>
    public static string FolderOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : RootFolder;

    /// <summary>Every use of one folder by another, with the file and the name.</summary>
    public IEnumerable<(string From, string To, string File, string Name)> Uses() =>
        from file in _files
        let folder = FolderOf(file.Path)
        from use in UsesIn(file.Root).Distinct()
        where use.Folder != folder
        select (folder, use.Folder, file.Path, use.Name);

    private IEnumerable<(string Folder, string Name)> UsesIn(SyntaxNode root)
    {
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var text = name.Identifier.Text;
            if (IsBehindDot(name) ? name.Parent?.Parent is InvocationExpressionSyntax && _folderOfExtension.TryGetValue(text, out var folder) : IsUse(name) && _folderOfType.TryGetValue(text, out folder))
                yield return (folder, text);
        }
    }

    private Dictionary<string, string> FoldersOf(Func<SyntaxNode, IEnumerable<string>> names) => _files
        .SelectMany(file => names(file.Root).Select(name => (Name: name, Folder: FolderOf(file.Path))))
        .Distinct()
        .GroupBy(static each => each.Name, static each => each.Folder, StringComparer.Ordinal)
        .Where(static each => each.Count() == 1)
        .ToDictionary(static each => each.Key, static each => each.Single(), StringComparer.Ordinal);

    private static IEnumerable<string> TypesOf(SyntaxNode root) => root.DescendantNodes(static node => node is not TypeDeclarationSyntax).Select(static node => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    }).OfType<string>();

    private static IEnumerable<string> MethodsOf(SyntaxNode root, bool extensions) => root.DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Where(method => extensions == (method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true))
        .Select(static method => method.Identifier.Text);

    private static bool IsBehindDot(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Name: var member } && member == name || name.Parent is MemberBindingExpressionSyntax;

    private static bool IsUse(SimpleNameSyntax name) => name.Parent is not (NameColonSyntax or NameEqualsSyntax)
        && name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not { StaticKeyword.RawKind: 0 }
        && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.Contains(name) != true;
}
