using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

public sealed class SdmNameTests
{
    [Fact]
    public void An_id_is_the_last_segment()
    {
        Assert.Equal("AVPHwE-a_b", SdmName.IdOf("enterprises/p/devices/AVPHwE-a_b"));
        Assert.Equal("r", SdmName.IdOf("enterprises/p/structures/s/rooms/r"));
        Assert.Equal("alone", SdmName.IdOf("alone"));
        Assert.Equal("", SdmName.IdOf("enterprises/p/devices/"));
    }

    [Theory]
    [InlineData("enterprises/p/structures/s/rooms/r", "enterprises/p/structures/s")]
    [InlineData("enterprises/p/structures/rooms/rooms/r", "enterprises/p/structures/rooms")]
    [InlineData("enterprises/p/structures/s", null)]
    [InlineData("enterprises/p/rooms/r", null)]
    [InlineData("enterprises/p/structures/s/rooms/", null)]
    [InlineData("rooms/r", null)]
    [InlineData("", null)]
    public void The_structure_of_a_room_is_the_start_of_its_name(string room, string? structure) => Assert.Equal(structure, SdmName.StructureOf(room));

    [Theory]
    [InlineData("enterprises/p/devices/d", true, false, false)]
    [InlineData("enterprises/p/structures/s", false, true, false)]
    [InlineData("enterprises/p/structures/s/rooms/r", false, false, true)]
    [InlineData("enterprises/p/mydevices/d", false, false, false)]
    [InlineData("enterprises/p/devices/", false, false, false)]
    [InlineData("/devices/d", true, false, false)]
    [InlineData("devices/d", false, false, false)]
    [InlineData("d", false, false, false)]
    [InlineData("/", false, false, false)]
    public void A_name_says_what_it_names(string name, bool device, bool structure, bool room) =>
        Assert.Equal((device, structure, room), (SdmName.IsDevice(name), SdmName.IsStructure(name), SdmName.IsRoom(name)));

    [Fact]
    public void Whole_names_are_compared_by_case() => Assert.False(SdmName.Comparer.Equals("enterprises/p/devices/a", "enterprises/p/devices/A"));
}
