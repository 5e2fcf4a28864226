using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// Ids of the documented length (see docs/protocol/works-with-nest.md#fields-of-all-devices) that are recognizably fake
/// and the same for the same names in every run.
/// </summary>
internal static class FakeIds
{
    public static string Structure(string name) => Create("structure", name, 54);

    public static string Where(string structure, string name) => Create("where", $"{structure}/{name}", 54);

    public static string Thermostat(string structure, string name) => Create("thermostat", $"{structure}/{name}", 32);

    public static string Protect(string structure, string name) => Create("protect", $"{structure}/{name}", 32);

    public static string Camera(string structure, string name) => Create("camera", $"{structure}/{name}", 54);

    private static string Create(string kind, string seed, int length)
    {
        var digest = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{seed}")));
        return $"FAKE-{kind}-{digest}"[..length];
    }
}
