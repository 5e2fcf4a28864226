#if WITH_FAKE
using System.Text.Json;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Prints where a fake house listens. Its secrets open a fake home only, so they are printed.</summary>
internal static class FakeReport
{
    public static void Write(FakeHouse house, ToolSession session)
    {
        if (session.IsJson)
        {
            session.Out.WriteLine(JsonText.Line(json => Write(json, house)));
            return;
        }

        if (house.Nest is { } nest)
            Write(nest, session);
        if (house.Google is { } google)
            Write(google, session);
    }

    private static void Write(FakeNestServer server, ToolSession session)
    {
        session.Out.WriteLine($"A fake Nest home listens at {server.Endpoint} until Ctrl+C. For other commands:");
        session.Out.WriteLine($"  export NEST_ENDPOINT={server.Endpoint} NEST_TOKEN_ENDPOINT={server.TokenEndpoint} NEST_AUTHORIZATION_ENDPOINT={server.AuthorizationEndpoint}");
        session.Out.WriteLine($"  export NEST_ACCESS_TOKEN={server.AccessToken}");
        session.Out.WriteLine($"  export NEST_CLIENT_ID={server.ClientId} NEST_CLIENT_SECRET={server.ClientSecret}");
        session.Out.WriteLine($"PIN: {server.Pin}   ('nest auth url' has the consent page, which gives others)");
    }

    /// <summary>Without the access token, which ends after an hour.</summary>
    private static void Write(FakeGoogle google, ToolSession session)
    {
        session.Out.WriteLine($"A fake Google home listens at {google.SdmEndpoint} until Ctrl+C. For other commands:");
        session.Out.WriteLine($"  export NEST_BACKEND=sdm NEST_SDM_PROJECT={google.ProjectId} NEST_SDM_ENDPOINT={google.SdmEndpoint}");
        session.Out.WriteLine($"  export NEST_SDM_SUBSCRIPTION={google.Subscription} NEST_PUBSUB_ENDPOINT={google.PubSubEndpoint}");
        session.Out.WriteLine($"  export NEST_TOKEN_ENDPOINT={google.TokenEndpoint} NEST_AUTHORIZATION_ENDPOINT={google.AuthorizationEndpoint}");
        session.Out.WriteLine($"  export NEST_CLIENT_ID={google.ClientId} NEST_CLIENT_SECRET={google.ClientSecret}");
        session.Out.WriteLine($"  export NEST_REFRESH_TOKEN={google.RefreshToken}   ('nest auth login' gets others)");
    }

    /// <summary>
    /// With both, the line has the members of both. Four names are in both sets: those are of Works with Nest, and the
    /// whole set of Google is an object of its own too.
    /// </summary>
    private static void Write(Utf8JsonWriter json, FakeHouse house)
    {
        json.WriteStartObject();
        if (house.Nest is { } nest)
        {
            if (house.Google is not null)
                json.WriteString("backend", "both");
            json.WriteString("url", nest.Endpoint.ToString());
            json.WriteString("tokenEndpoint", nest.TokenEndpoint.ToString());
            json.WriteString("accessToken", nest.AccessToken);
            json.WriteString("clientId", nest.ClientId);
            json.WriteString("clientSecret", nest.ClientSecret);
            json.WriteString("pin", nest.Pin);
            if (house.Google is { } beside)
            {
                WriteUnique(json, beside);
                json.WriteStartObject("sdm");
                Write(json, beside);
                json.WriteEndObject();
            }
        }
        else
        {
            Write(json, house.Google!);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FakeGoogle google)
    {
        json.WriteString("backend", "sdm");
        json.WriteString("sdmEndpoint", google.SdmEndpoint.ToString());
        json.WriteString("pubsubEndpoint", google.PubSubEndpoint.ToString());
        json.WriteString("tokenEndpoint", google.TokenEndpoint.ToString());
        json.WriteString("authorizationEndpoint", google.AuthorizationEndpoint.ToString());
        json.WriteString("project", google.ProjectId);
        json.WriteString("subscription", google.Subscription);
        json.WriteString("topic", google.Topic);
        json.WriteString("clientId", google.ClientId);
        json.WriteString("clientSecret", google.ClientSecret);
        json.WriteString("refreshToken", google.RefreshToken);
        json.WriteString("accessToken", google.AccessToken);
    }

    /// <summary>The members whose names only Google's set has.</summary>
    private static void WriteUnique(Utf8JsonWriter json, FakeGoogle google)
    {
        json.WriteString("sdmEndpoint", google.SdmEndpoint.ToString());
        json.WriteString("pubsubEndpoint", google.PubSubEndpoint.ToString());
        json.WriteString("authorizationEndpoint", google.AuthorizationEndpoint.ToString());
        json.WriteString("project", google.ProjectId);
        json.WriteString("subscription", google.Subscription);
        json.WriteString("topic", google.Topic);
        json.WriteString("refreshToken", google.RefreshToken);
    }
}
#endif
