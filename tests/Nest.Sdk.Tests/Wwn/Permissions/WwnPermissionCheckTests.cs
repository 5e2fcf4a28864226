using System.Reactive.Subjects;
using System.Text;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn.Permissions;

public class WwnPermissionCheckTests
{
    private static readonly WwnPermission[] Everything = Enum.GetValues<WwnPermission>();

    [Fact]
    public void A_home_that_shows_everything_lacks_no_permission()
    {
        var status = new WwnPermissionCheck { Required = [.. Everything], ClientVersion = 3 }.Of(Whole());

        Assert.Equal(new WwnPermissionStatus { AcceptedVersion = 3, ProductVersion = 3 }, status);
        Assert.Equal((WwnPermissionRemedy.None, ""), (status.Remedy, status.Advice));
    }

    [Fact]
    public void The_fake_home_needs_no_permission()
    {
        var model = DataModelReader.Read(Encoding.UTF8.GetBytes(TestHomes.House.ToJson())).Model;

        var status = new WwnPermissionCheck { Required = [WwnPermission.Thermostat, WwnPermission.SmokeCoAlarm, WwnPermission.Camera, WwnPermission.Away] }.Of(model);

        Assert.Equal(WwnPermissionRemedy.None, status.Remedy);
    }

    [Theory]
    [InlineData(WwnPermission.Away, "\"away\":\"home\",", "/structures/s/away", "Away (for away)")]
    [InlineData(WwnPermission.Structure, "\"name\":\"Home\",", "/structures/s/name", "Structure (for name)")]
    [InlineData(WwnPermission.PostalCode, "\"postal_code\":\"12345\",", "/structures/s/postal_code", "Postal code (for postal_code)")]
    [InlineData(WwnPermission.Energy, "\"rhr_enrollment\":false,", "/structures/s/rhr_enrollment", "Energy (for rhr_enrollment)")]
    [InlineData(WwnPermission.SecurityState, "\"wwn_security_state\":\"ok\",", "/structures/s/wwn_security_state", "Security state (for wwn_security_state)")]
    [InlineData(WwnPermission.CameraImages, ",\"snapshot_url\":\"https://example.com/x\"", "/devices/cameras/c/snapshot_url", "Camera + images (for snapshot_url)")]
    public void A_missing_field_that_the_product_requires_is_reported(WwnPermission permission, string field, string path, string words)
    {
        var home = Whole(field);

        var status = new WwnPermissionCheck { Required = [.. Everything] }.Of(home);
        var gap = Assert.Single(status.Missing);

        Assert.Equal(new WwnPermissionGap { Permission = permission, Reason = WwnPermissionGapReason.Required, Paths = [path] }, gap);
        Assert.Equal(WwnPermissionRemedy.AuthorizeAgain, status.Remedy);
        Assert.Equal($"The permission is missing: {words}. Check in the developer console that the product has the permission, and ask the user to authorize again.", status.Advice);
        Assert.Equal(WwnPermissionRemedy.None, new WwnPermissionCheck().Of(home).Remedy);
    }

    [Theory]
    [InlineData(WwnPermission.Thermostat, "\"thermostats\":{\"t\":{}},", "/devices/thermostats/t")]
    [InlineData(WwnPermission.SmokeCoAlarm, "\"smoke_co_alarms\":{\"p\":{}},", "/devices/smoke_co_alarms/p")]
    [InlineData(WwnPermission.Camera, "\"cameras\":{\"c\":{\"name\":\"Door\",\"snapshot_url\":\"https://example.com/x\"}}", "/devices/cameras/c")]
    public void Hidden_devices_that_a_structure_lists_are_reported_by_default(WwnPermission permission, string branch, string path)
    {
        var status = new WwnPermissionCheck().Of(Whole(branch));

        Assert.Equal(new WwnPermissionGap { Permission = permission, Reason = WwnPermissionGapReason.Listed, Paths = [path] }, Assert.Single(status.Missing));
    }

    [Fact]
    public void A_field_that_disappears_is_missing_although_it_is_not_required()
    {
        var status = new WwnPermissionCheck().Of(Whole("\"rhr_enrollment\":false,"), before: Whole());

        Assert.Equal(new WwnPermissionGap { Permission = WwnPermission.Energy, Reason = WwnPermissionGapReason.Vanished, Paths = ["/structures/s/rhr_enrollment"] }, Assert.Single(status.Missing));
        Assert.Empty(status.NotSeen);
    }

    [Fact]
    public void Devices_that_disappear_but_stay_listed_are_reported_and_removed_devices_are_not()
    {
        var lost = new WwnPermissionCheck().Of(Whole("\"thermostats\":{\"t\":{}},"), before: Whole());
        var removed = new WwnPermissionCheck().Of(Whole("\"thermostats\":{\"t\":{}},", "\"thermostats\":[\"t\"],"), before: Whole());

        Assert.Equal(WwnPermissionGapReason.Vanished, Assert.Single(lost.Missing).Reason);
        Assert.Empty(removed.Missing);
        Assert.Equal([WwnPermission.Thermostat], removed.NotSeen);
        Assert.Equal(WwnPermissionRemedy.None, removed.Remedy);
    }

    [Fact]
    public void A_home_without_anything_that_shows_a_permission_proves_nothing()
    {
        var status = new WwnPermissionCheck { Required = [.. Everything] }.Of(DataModel.Empty);

        Assert.Empty(status.Missing);
        Assert.Equal(Everything, status.NotSeen);
        Assert.Equal(WwnPermissionRemedy.None, status.Remedy);
    }

    [Fact]
    public void A_permission_that_one_structure_shows_is_granted_for_all()
    {
        var status = new WwnPermissionCheck { Required = [WwnPermission.PostalCode] }.Of(Read("""{"structures":{"a":{"postal_code":"1"},"b":{}}}"""));

        Assert.Equal(WwnPermissionRemedy.None, status.Remedy);
    }

    [Theory]
    [InlineData("2", 3, WwnPermissionRemedy.AcceptUpdate)]
    [InlineData("3", 3, WwnPermissionRemedy.None)]
    [InlineData("4", 3, WwnPermissionRemedy.None)]
    [InlineData("null", 3, WwnPermissionRemedy.None)]
    [InlineData("2", null, WwnPermissionRemedy.None)]
    public void A_version_older_than_that_of_the_product_must_be_accepted(string accepted, int? product, WwnPermissionRemedy remedy)
    {
        var status = new WwnPermissionCheck { ClientVersion = product }.Of(Read("""{"metadata":{"client_version":VERSION}}""".Replace("VERSION", accepted, StringComparison.Ordinal)));

        Assert.Equal(remedy, status.Remedy);
        if (remedy == WwnPermissionRemedy.AcceptUpdate)
            Assert.Equal("The user has accepted version 2 of the product's permissions, which are at 3. Ask them to accept the update in the Nest app.", status.Advice);
    }

    [Fact]
    public void A_permission_of_a_pending_update_is_granted_by_accepting_it()
    {
        var status = new WwnPermissionCheck { Required = [WwnPermission.Energy], ClientVersion = 4 }.Of(Whole("\"rhr_enrollment\":false,"));

        Assert.Equal(WwnPermissionRemedy.AcceptUpdate, status.Remedy);
        Assert.StartsWith("The permission is missing: Energy (for rhr_enrollment). The user has accepted version 3", status.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_statuses_are_equal_so_that_a_stream_reports_changes_only()
    {
        var check = new WwnPermissionCheck { Required = [WwnPermission.Energy], ClientVersion = 3 };
        using var updates = new Subject<DataModel?>();
        var seen = new List<WwnPermissionRemedy>();
        using var subscription = updates.WhenChanged(home => check.Of(home)).Subscribe(status => seen.Add(status.Remedy));

        updates.OnNext(Whole());
        updates.OnNext(Whole());
        updates.OnNext(Whole("\"rhr_enrollment\":false,"));
        updates.OnNext(Whole("\"rhr_enrollment\":false,"));

        Assert.Equal([WwnPermissionRemedy.None, WwnPermissionRemedy.AuthorizeAgain], seen);
    }

    /// <summary>A home that shows every permission, except for some parts of its text.</summary>
    private static DataModel Whole(params string[] without)
    {
        const string whole = """{"metadata":{"client_version":3},"devices":{"thermostats":{"t":{}},"smoke_co_alarms":{"p":{}},"cameras":{"c":{"name":"Door","snapshot_url":"https://example.com/x"}}},"structures":{"s":{"away":"home","name":"Home","postal_code":"12345","rhr_enrollment":false,"wwn_security_state":"ok","thermostats":["t"],"smoke_co_alarms":["p"],"cameras":["c"]}}}""";
        var text = without.Aggregate(whole, static (home, part) => home.Contains(part, StringComparison.Ordinal) ? home.Replace(part, "", StringComparison.Ordinal) : throw new InvalidOperationException($"The home has no {part}."));
        return Read(text.Replace(",}", "}", StringComparison.Ordinal));
    }

    private static DataModel Read(string json) => DataModelReader.Read(Encoding.UTF8.GetBytes(json)).Model;
}
