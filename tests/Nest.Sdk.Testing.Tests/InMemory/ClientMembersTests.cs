namespace Nest.Sdk.Testing.Tests.InMemory;

/// <summary>
/// Every client implements all members of its interface. A missing member with a default body would cause no compiler
/// error.
/// </summary>
public class ClientMembersTests
{
    public static TheoryData<Type> Clients => new(typeof(InMemoryNestClient), typeof(INestClient).Assembly.GetType("Nest.Sdk.Client.NestClient", throwOnError: true)!);

    [Theory]
    [MemberData(nameof(Clients))]
    public void Every_member_of_the_interface_is_declared_by_the_client(Type client) => Assert.Empty(Missing(client, typeof(INestClient)));

    [Fact]
    public void A_member_that_only_has_its_default_body_is_found() =>
        Assert.Equal([nameof(IGrowing.Grown)], Missing(typeof(Behind), typeof(IGrowing)));

    private static IEnumerable<string> Missing(Type client, Type contract)
    {
        foreach (var each in contract.GetInterfaces().Append(contract).Where(each => each.Assembly == contract.Assembly))
        {
            var map = client.GetInterfaceMap(each);
            for (var i = 0; i < map.InterfaceMethods.Length; i++)
            {
                if (map.TargetMethods[i]?.DeclaringType is not { IsInterface: false })
                    yield return map.InterfaceMethods[i].Name;
            }
        }
    }

    private interface IGrowing
    {
        int Old();

        int Grown() => 1;
    }

    private sealed class Behind : IGrowing
    {
        public int Old() => 0;
    }
}
