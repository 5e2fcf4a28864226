using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>Which folders of a project use which others, by the names of types in their code: in holes of interpolated strings too, but not in comments and texts.</summary>
/// <remarks>By syntax alone: a name that two folders declare counts for neither, and what stands behind a dot is a member, which may be called like the type of another folder.</remarks>
internal sealed class SourceScan
{
    private readonly List<(string Path, SyntaxNode Root)> _files;
    private readonly Dictionary<string, string> _folderOfType;

    public SourceScan(string project)
    {
        var root = Repository.Folder(project);
        _files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Full: path))
            .Where(static file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(static file => (file.Path, (SyntaxNode)CSharpSyntaxTree.ParseText(File.ReadAllText(file.Full), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()))];
        _folderOfType = _files.SelectMany(static file => TypesOf(file.Root).Select(type => (Type: type, Folder: FolderOf(file.Path)))).Distinct()
            .GroupBy(static each => each.Type, static each => each.Folder, StringComparer.Ordinal)
            .Where(static each => each.Count() == 1)
            .ToDictionary(static each => each.Key, static each => each.Single(), StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Folders => [.. _files.Select(static file => FolderOf(file.Path)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every use of one folder by another, with the file and the type.</summary>
    public IEnumerable<(string From, string To, string File, string Type)> Uses() =>
        from file in _files
        let folder = FolderOf(file.Path)
        from name in NamesIn(file.Root).Distinct(StringComparer.Ordinal)
        where _folderOfType.TryGetValue(name, out var other) && other != folder
        select (folder, _folderOfType[name], file.Path, name);

    /// <summary>The folder of the project's root is called Root.</summary>
    private static string FolderOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : "Root";

    private static IEnumerable<string> TypesOf(SyntaxNode root) => root.DescendantNodes(static node => node is not TypeDeclarationSyntax).Select(static node => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    }).OfType<string>();

    private static IEnumerable<string> NamesIn(SyntaxNode root) => root.DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax { Name: var member } || member != name)
        .Where(static name => name.Parent is not (NameColonSyntax or NameEqualsSyntax))
        .Where(static name => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not { StaticKeyword.RawKind: 0 } && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.Contains(name) != true)
        .Select(static name => name.Identifier.Text);
}
