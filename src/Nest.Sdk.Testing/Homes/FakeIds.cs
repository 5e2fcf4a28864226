using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// Creates ids of the documented length. They are recognizably fake, and the same names give the same ids in every run.
/// See docs/protocol/works-with-nest.md#fields-of-all-devices.
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
