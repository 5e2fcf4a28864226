using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.DependencyInjection;

public class SdmOptionsBinderTests
{
    [Fact]
    public void All_settings_of_the_feed_are_read()
    {
        var sdm = Bind(
            ("Sdm:Subscription", "projects/cloud-1/subscriptions/nest"), ("Sdm:PubSubEndpoint", "http://localhost:8085/"), ("Sdm:PullTimeout", "00:01:35"),
            ("Sdm:OwnsSubscription", "false"), ("Sdm:SkipsBacklog", "true"), ("Sdm:AcknowledgesAfterDelivery", "True"), ("sdm:relistinterval", "00:45:00"));

        Assert.Equal(("projects/cloud-1/subscriptions/nest", new Uri("http://localhost:8085/"), TimeSpan.FromSeconds(95)), (sdm.Subscription, sdm.PubSubEndpoint, sdm.PullTimeout));
        Assert.Equal((false, true, true, TimeSpan.FromMinutes(45)), (sdm.OwnsSubscription, sdm.SkipsBacklog, sdm.AcknowledgesAfterDelivery, sdm.RelistInterval));
    }

    [Fact]
    public void Without_settings_of_the_feed_the_defaults_hold()
    {
        var sdm = Bind(("Sdm:ProjectId", "project-1"));

        Assert.Equal((null, true, false, false), (sdm.Subscription, sdm.OwnsSubscription, sdm.SkipsBacklog, sdm.AcknowledgesAfterDelivery));
        Assert.Equal((new Uri("https://pubsub.googleapis.com/"), TimeSpan.FromMinutes(2)), (sdm.PubSubEndpoint, sdm.PullTimeout));
    }

    [Theory]
    [InlineData("Sdm:PullTimeout", "90", "Nest:Sdm:PullTimeout is '90', which is not a duration.")]
    [InlineData("Sdm:OwnsSubscription", "yes", "Nest:Sdm:OwnsSubscription is 'yes', which is neither true nor false.")]
    [InlineData("Sdm:SkipsBacklog", "1", "Nest:Sdm:SkipsBacklog is '1', which is neither true nor false.")]
    [InlineData("Sdm:AcknowledgesAfterDelivery", "", "Nest:Sdm:AcknowledgesAfterDelivery is '', which is neither true nor false.")]
    [InlineData("Sdm:PubSubEndpoint", "pubsub", "Nest:Sdm:PubSubEndpoint is 'pubsub', which is not an absolute URI.")]
    [InlineData("Sdm:Topic", "x", "Nest:Sdm:Topic is not a setting of the Nest client.")]
    [InlineData("SkipsBacklog", "true", "Nest:SkipsBacklog is a setting of one backend. Write it as Nest:Sdm:SkipsBacklog.")]
    [InlineData("Subscription", "x", "Nest:Subscription is a setting of one backend. Write it as Nest:Sdm:Subscription.")]
    public void A_setting_that_cannot_be_read_names_its_key(string key, string value, string text) =>
        Assert.Contains(text, Assert.Single(Assert.Throws<OptionsValidationException>(() => Bind((key, value))).Failures), StringComparison.Ordinal);

    private static SdmOptions Bind(params (string Key, string Value)[] entries)
    {
        var options = new NestClientOptions();
        NestClientOptionsBinder.Bind(new ConfigurationBuilder().AddInMemoryCollection(entries.Select(static entry => KeyValuePair.Create<string, string?>($"Nest:{entry.Key}", entry.Value))).Build().GetSection("Nest"), options);
        return options.Sdm!;
    }
}
