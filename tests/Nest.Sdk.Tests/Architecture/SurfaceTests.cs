using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>Tests that the names of the public API are valid for every backend.</summary>
public partial class SurfaceTests
{
    private const string WwnNamespace = "Nest.Sdk.Wwn";

    /// <summary>Words with a meaning only in Works with Nest.</summary>
    private static readonly string[] WordsOfWwn = ["Wwn", "Pin", "Permission", "Permissions", "Anchor", "InstanceId"];

    /// <summary>The exceptions outside the namespace, and their reasons.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["NestBackend.Wwn"] = "the name of the backend",
        ["NestClientOptions.Wwn"] = "the settings of that backend",
        ["NestClientOptions.UseWwn"] = "chooses that backend",
        ["Structure.WwnSecurityState"] = "a field of the wire: wwn_security_state",
        ["NestRule.Permission"] = "a rule is named by the backend that has it",
        ["WwnServiceCollectionExtensions"] = "registers what is in the namespace, beside the other extensions of the container",
        ["WwnServiceCollectionExtensions.AddWwnAuthorization"] = "registers what is in the namespace, beside the other extensions of the container",
    };

    private static IEnumerable<Type> PublicTypes => typeof(INestClient).Assembly.GetExportedTypes();

    [Fact]
    public void Words_of_one_backend_are_only_in_its_namespace()
    {
        var found = PublicTypes.Where(type => type.Namespace != WwnNamespace).SelectMany(Names).Where(name => Words(name.Split('.')[^1]).Intersect(WordsOfWwn, StringComparer.Ordinal).Any()).Distinct().ToList();

        Assert.Equal([], found.Except(Allowed.Keys));
        Assert.Equal([], Allowed.Keys.Except(found));
    }

    [Fact]
    public void Doc_comments_name_the_hosts_of_one_backend_only_in_its_namespace()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(INestClient).Assembly.Location, ".xml"));

        var found = docs.Descendants("member").Where(member => member.ToString().Contains("nest.com", StringComparison.OrdinalIgnoreCase))
            .Select(member => member.Attribute("name")!.Value[2..])
            .Where(name => !name.StartsWith(WwnNamespace + ".", StringComparison.Ordinal) && PublicTypes.Any(type => name.StartsWith(type.FullName!, StringComparison.Ordinal)));

        Assert.Equal([], found);
    }

    [Fact]
    public void Every_public_type_is_in_the_review_with_a_description_and_its_backend()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Folder("docs"), "api-review.md"));
        var rows = lines.Select(line => Row().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => (World: match.Groups[2].Value, Text: match.Groups[3].Value), StringComparer.Ordinal);

        var types = PublicTypes.Where(type => !type.IsNested).ToDictionary(ReviewName, WorldOf, StringComparer.Ordinal);

        Assert.Equal(types.Keys.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(types.Where(type => type.Value != "both"), type => Assert.Equal(type.Value, rows[type.Key].World));
        Assert.All(rows.Values, row => Assert.False(string.IsNullOrWhiteSpace(row.Text)));
    }

    /// <summary>The type and its members, without inherited ones.</summary>
    private static IEnumerable<string> Names(Type type)
    {
        var name = type.Name.Split('`')[0];
        yield return name;
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(own).Where(IsVisible))
        {
            if (member is not Type && !member.Name.StartsWith("get_", StringComparison.Ordinal) && !member.Name.StartsWith("set_", StringComparison.Ordinal) && !member.Name.Contains('<', StringComparison.Ordinal))
                yield return $"{name}.{member.Name}";
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        _ => false,
    };

    private static string WorldOf(Type type) => type.Namespace switch
    {
        WwnNamespace => "WWN",
        "Nest.Sdk.Sdm" => "SDM",
        _ => "both",
    };

    private static string ReviewName(Type type) => type.Name.Split('`')[0] + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : "");

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value).Append(name);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| `([^`]+)` \| (both|data|WWN|SDM) \| (.*) \|$")]
    private static partial Regex Row();
}
