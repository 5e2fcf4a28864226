using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.Tests.DependencyInjection;

/// <summary>Clients of a container that share a subscription of Google's.</summary>
public sealed class SharedSubscriptionValidatorTests
{
    [Theory]
    [InlineData("projects/p/subscriptions/nest", false, true)]
    [InlineData("projects/p/subscriptions/nest", true, false)]
    [InlineData("projects/p/subscriptions/other", false, false)]
    public async Task Different_owners_of_one_subscription_are_an_error_at_start(string subscription, bool isOwned, bool isError)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Add(builder.Services, "home", "projects/p/subscriptions/nest", isOwned: true);
        Add(builder.Services, "cabin", subscription, isOwned);
        using var host = builder.Build();

        var error = await Record.ExceptionAsync(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(isError, error is OptionsValidationException);
        if (isError)
            Assert.Contains("Sdm.OwnsSubscription is", error!.Message, StringComparison.Ordinal);
    }

    private static void Add(IServiceCollection services, string name, string subscription, bool isOwned) => services.AddNestClient(name, options => options.UseSdm(sdm =>
    {
        sdm.ProjectId = "32c4c2bc-0001-4000-8000-00000000c0de";
        sdm.Subscription = subscription;
        sdm.OwnsSubscription = isOwned;
        sdm.AccessToken = AccessToken.Parse("ya29.TESTTOKEN0123456789");
    }));
}
