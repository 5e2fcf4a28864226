using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm;

public class SdmOptionsRulesTests
{
    [Fact]
    public void Usable_options_have_no_failures() => Assert.Empty(SdmOptionsRules.Failures(Valid()));

    [Theory]
    [InlineData(null, "Sdm.ProjectId is not set.")]
    [InlineData("  ", "Sdm.ProjectId is not set.")]
    [InlineData("project-id", "which is a placeholder")]
    [InlineData("enterprises/x", "contains a slash")]
    [InlineData("a?b", "contains other characters than an id")]
    public void A_project_id_that_cannot_be_one_is_reported(string? project, string text)
    {
        var options = Valid();
        options.ProjectId = project;

        Assert.Contains(text, Assert.Single(SdmOptionsRules.Failures(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nest", "which is not the name of a subscription")]
    [InlineData("projects/cloud/topics/nest", "This is a topic: create a subscription on it.")]
    [InlineData("projects//subscriptions/nest", "which is not the name of a subscription")]
    [InlineData("projects/" + ScriptedGoogle.Project + "/subscriptions/nest", "Use the id of the Google Cloud project.")]
    public void A_subscription_that_cannot_be_one_is_reported(string subscription, string text)
    {
        var options = Valid();
        options.Subscription = subscription;

        Assert.Contains(text, Assert.Single(SdmOptionsRules.Failures(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_needed_and_only_one()
    {
        var none = Valid();
        none.RefreshToken = null;
        var both = Valid();
        both.AccessToken = "ya29.TESTTOKEN0123456789";

        Assert.Contains("Sdm.RefreshToken is not set.", Assert.Single(SdmOptionsRules.Failures(none)), StringComparison.Ordinal);
        Assert.Contains("Set only one of them.", Assert.Single(SdmOptionsRules.Failures(both)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refresh_token_needs_its_client_and_an_access_token_does_not()
    {
        var refresh = new SdmOptions { ProjectId = ScriptedGoogle.Project, RefreshToken = "1//TESTREFRESH0123456789" };
        var access = new SdmOptions { ProjectId = ScriptedGoogle.Project, AccessToken = "ya29.TESTTOKEN0123456789" };

        Assert.Equal(["Sdm.ClientId", "Sdm.ClientSecret"], SdmOptionsRules.Failures(refresh).Select(static failure => failure.Split(' ')[0]));
        Assert.Empty(SdmOptionsRules.Failures(access));
    }

    [Theory]
    [InlineData("00:00:14.999", true)]
    [InlineData("00:00:15", false)]
    [InlineData("1.00:00:00", false)]
    [InlineData("1.00:00:00.001", true)]
    public void The_interval_is_within_Googles_limits(string interval, bool isReported)
    {
        var options = Valid();
        options.PollInterval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(isReported, SdmOptionsRules.Failures(options).Any());
    }

    [Theory]
    [InlineData("00:00:00.999", true)]
    [InlineData("00:00:01", false)]
    [InlineData("1.00:00:00", false)]
    [InlineData("1.00:00:00.001", true)]
    public void The_time_of_a_pull_has_limits(string timeout, bool isReported) =>
        Assert.Equal(isReported, Failures(options => options.PullTimeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture)).Any(static failure => failure.StartsWith("Sdm.PullTimeout ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("00:04:59.999", true)]
    [InlineData("00:05:00", false)]
    [InlineData("1.00:00:00.001", true)]
    public void The_interval_of_lists_beside_messages_has_limits(string interval, bool isReported) =>
        Assert.Equal(isReported, Failures(options => options.RelistInterval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture)).Any(static failure => failure.StartsWith("Sdm.RelistInterval ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("http://pubsub.example/", true)]
    [InlineData("https://pubsub.example/?key=1", true)]
    [InlineData("https://pubsub.example/", false)]
    [InlineData("http://127.0.0.1:8085/", false)]
    public void The_token_for_PubSub_goes_to_https_or_this_machine_alone(string endpoint, bool isReported) =>
        Assert.Equal(isReported, Failures(options => options.PubSubEndpoint = new Uri(endpoint)).Any(static failure => failure.StartsWith("Sdm.PubSubEndpoint ", StringComparison.Ordinal)));

    [Fact]
    public void All_settings_of_a_feed_are_usable_together() => Assert.Empty(Failures(static options =>
    {
        (options.Subscription, options.OwnsSubscription, options.SkipsBacklog, options.AcknowledgesAfterDelivery) = ("projects/cloud-1/subscriptions/nest", false, true, true);
        options.PubSubTokenSource = AccessTokenSource.FromCallback(static _ => Task.FromResult(AccessToken.Parse("ya29.TESTTOKEN0123456789")));
    }));

    [Theory]
    [InlineData("http://smartdevicemanagement.example/")]
    [InlineData("https://smartdevicemanagement.example/?key=1")]
    public void A_token_goes_to_https_or_this_machine_alone(string endpoint)
    {
        var options = Valid();
        options.Endpoint = new Uri(endpoint);
        options.TokenEndpoint = new Uri(endpoint);

        Assert.Equal(2, SdmOptionsRules.Failures(options).Count());
    }

    private static IEnumerable<string> Failures(Action<SdmOptions> set)
    {
        var options = Valid();
        set(options);
        return SdmOptionsRules.Failures(options);
    }

    private static SdmOptions Valid() => new() { ProjectId = ScriptedGoogle.Project, ClientId = "client", ClientSecret = "secret", RefreshToken = "1//TESTREFRESH0123456789" };
}
