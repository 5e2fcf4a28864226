using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Scenarios.Labs;

/// <summary>Google with a subscription: a change arrives as a message.</summary>
internal sealed class GoogleFeedLab : PolledGoogleLab
{
    /// <summary>The feed has one timer for everything, and sets it again.</summary>
    protected override bool HearsTimers => true;

    /// <summary>Ends the pending pull too, as Google does after its longest wait: the next one meets the fault.</summary>
    public override async Task<IDisposable> BreakAsync(Fault fault)
    {
        var broken = await base.BreakAsync(fault);
        GoogleTime.Advance(TimeSpan.FromSeconds(90));
        return broken;
    }

    /// <summary>A pull that was given up continues for two seconds, so that what it brings goes back.</summary>
    public override Task NothingWaitsAsync()
    {
        Advance(TimeSpan.FromSeconds(2));
        return base.NothingWaitsAsync();
    }

    /// <summary>A pull that waits already is not ended by it.</summary>
    public override async Task RevokeAsync()
    {
        await base.RevokeAsync();
        GoogleTime.Advance(TimeSpan.FromSeconds(90));
    }

    protected override void Use(NestClientOptions options)
    {
        base.Use(options);
        options.Sdm!.PubSubEndpoint = Google.PubSubEndpoint;
        options.Sdm.Subscription = Google.Subscription;
    }

    /// <summary>Nor are the timeout of a pull and the wait for the next list.</summary>
    protected override bool IsPause(TimeSpan wait) => base.IsPause(wait) && wait != TimeSpan.FromMinutes(2) && wait < TimeSpan.FromMinutes(10);
}
