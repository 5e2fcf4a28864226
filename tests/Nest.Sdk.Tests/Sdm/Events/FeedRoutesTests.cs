using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

public sealed class FeedRoutesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FeedRoutes _routes = new();

    [Fact]
    public void A_message_belongs_to_the_home_that_has_its_device()
    {
        var (one, two) = (Member("user-1", "t1"), Member("user-2", "t2"));

        Assert.Equal([one], Owners("t1", "user-1"));
        Assert.Equal([two], Owners("t2", "user-2"));
        Assert.Empty(Owners("t3", "user-1"));
    }

    [Fact]
    public void Two_clients_with_one_device_both_own_it()
    {
        var (one, two) = (Member("user-1", "t1"), Member("user-1", "t1"));

        Assert.Equal([one, two], Owners("t1", "user-1"));
        Assert.Equal([one, two], Owners("t1", "user-1"));
    }

    /// <summary>The header of a response and the messages may have different ids of one user.</summary>
    [Fact]
    public void The_user_is_learnt_from_the_device_of_a_message_where_the_header_has_another_id()
    {
        var one = Member("header-1", "t1");
        Member("header-2", "t2");

        Assert.Equal([one], Owners("t1", "message-1"));

        Assert.Equal([one], Candidates("message-1"));
    }

    [Fact]
    public void Both_clients_of_a_user_are_found_where_the_header_has_another_id()
    {
        var one = Member("header-1", "t1");
        Member("header-2", "t2");
        Owners("t1", "message-1");

        var two = Member("header-1", "t1");

        Assert.Equal([one, two], Owners("t1", "message-1"));
    }

    [Fact]
    public void A_message_of_another_user_belongs_to_no_client()
    {
        Member("user-1", "t1");
        Member("user-2", "t2");

        Assert.Empty(Owners("t9", "user-9"));
        Assert.Empty(Candidates("user-9"));
    }

    [Fact]
    public void A_client_whose_user_is_unknown_is_a_candidate_for_every_user()
    {
        Member("user-1", "t1");
        var starting = Member(null);

        Assert.Equal([starting], Candidates("user-9"));
    }

    [Fact]
    public void The_only_client_is_a_candidate_in_any_case()
    {
        var only = Member("user-1", "t1");

        Assert.Equal([only], Candidates("user-9"));
        Assert.Equal([only], Candidates(""));
    }

    [Fact]
    public void A_message_without_a_user_is_found_by_its_device()
    {
        var one = Member("user-1", "t1");
        var two = Member("user-2", "t2");

        Assert.Equal([one], Owners("t1", ""));
        Assert.Equal([one, two], Candidates(""));
    }

    [Fact]
    public void A_client_that_has_left_gets_nothing()
    {
        var (one, two) = (Member("user-1", "t1"), Member("user-1", "t1"));
        Owners("t1", "user-1");

        Assert.True(_routes.Remove(one));

        Assert.Equal([two], Owners("t1", "user-1"));
        Assert.Equal([two], Candidates("user-1"));
        Assert.False(_routes.Remove(one));
        Assert.True(_routes.Remove(two));
        Assert.Empty(Owners("t1", "user-1"));
        Assert.Empty(_routes.All);
    }

    [Fact]
    public void A_device_that_a_home_no_longer_has_is_routed_anew()
    {
        var one = Member("user-1", "t1");
        Owners("t1", "user-1");

        List(one, 2, "t2");

        Assert.Empty(Owners("t1", "user-1"));
        Assert.Equal([one], Owners("t2", "user-1"));
    }

    /// <summary>A second client of a user starts while messages arrive, and lists its home after one of them.</summary>
    [Fact]
    public void A_client_whose_home_gets_a_device_later_gets_its_messages_from_then_on()
    {
        var one = Member("user-1", "t1");
        var two = Member("user-1");
        Assert.Equal([one], Owners("t1", "user-1"));

        List(two, 2, "t1");

        Assert.Equal([one, two], Owners("t1", "user-1"));
    }

    [Fact]
    public void A_client_whose_user_was_unknown_gets_the_messages_of_its_devices_once_it_has_listed_them()
    {
        var one = Member("user-1", "t1");
        var two = Member(null);
        Assert.Equal([one], Owners("t1", "user-1"));

        two.Home.TakeUser("user-1");
        List(two, 1, "t1");
        _routes.Listed();

        Assert.Equal([one, two], Owners("t1", "user-1"));
    }

    [Fact]
    public void Escaped_names_are_those_of_the_same_device()
    {
        var one = Member("user-1", "t1");

        Assert.Equal([one], _routes.Owners(Text((SdmSample.Project + "/devices/t1").Replace("/", "\\/", StringComparison.Ordinal)), Text("user\\u002d1"), out var device));
        Assert.Equal(SdmSample.Project + "/devices/t1", device);
    }

    [Fact]
    public void A_name_of_any_length_is_looked_up()
    {
        Member("user-1", "t1");

        Assert.Empty(Owners(new string('x', 2000), new string('u', 2000)));
    }

    private FeedMember Member(string? user, params string[] devices)
    {
        var member = new FeedMember(null!, false, new SdmHome(_time), null!, null!, null!, null!, new FeedSettings(true, false, false), NullLogger.Instance, _time, default);
        member.Home.TakeUser(user);
        List(member, 1, devices);
        _routes.Add(member);
        return member;
    }

    private static void List(FeedMember member, int number, params string[] devices)
    {
        if (devices.Length > 0)
            member.Home.TakeList([.. devices.Select(static id => SdmSample.Device(id, SdmSample.Thermostat))], new SdmMoment(DateTimeOffset.UnixEpoch, number));
    }

    private FeedMember[] Owners(string device, string user) => _routes.Owners(Text($"{SdmSample.Project}/devices/{device}"), Text(user), out _);

    private IReadOnlyList<FeedMember> Candidates(string user) => _routes.Candidates(Text(user));

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);
}
