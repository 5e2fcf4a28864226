using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Flows;
using Google.Apis.Auth.OAuth2.Responses;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Sdm;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/google-devices.md. Outside Nest.Sdk, so that it needs the usings a reader needs.</summary>
public class GoogleDevicesSnippets
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_consent_to_the_first_reading()
    {
        await using var google = await FakeGoogle.StartAsync(TestHomes.House, cancellationToken: Cancelled);
        var (projectId, clientId, clientSecret) = (google.ProjectId, google.ClientId, google.ClientSecret);
        var (cancellationToken, store) = (Cancelled, new MemoryTokenStore());
        await using var registered = Registered(google);
        var authorization = registered.GetRequiredService<SdmAuthorization>();
        var state = SdmAuthorization.CreateState();
        string ReadAddress() => google.Consent(state);

        await Pasted();
        var services = new ServiceCollection();
        services.AddSingleton<INestTokenStore>(store);
        // <register>
        services.AddNestClient(options => options.UseSdm(sdm =>
        {
            sdm.ProjectId = projectId;
            sdm.ClientId = clientId;
            sdm.ClientSecret = clientSecret;
        }));
        // </register>
    }
}
