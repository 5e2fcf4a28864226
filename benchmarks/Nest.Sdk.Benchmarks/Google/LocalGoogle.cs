using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>Replaces the sockets: answers lists with the home that the token names, and a pull never.</summary>
/// <param name="list">The response of <c>devices.list</c> for a home.</param>
internal sealed class LocalGoogle(Func<int, byte[]> list) : HttpMessageHandler
{
    public static AccessToken Token(int home) => AccessToken.Parse($"ya29.bench{home.ToString(CultureInfo.InvariantCulture)}");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith(":pull", StringComparison.Ordinal))
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var home = int.Parse(request.Headers.Authorization!.Parameter!["ya29.bench".Length..], CultureInfo.InvariantCulture);
        var body = path.EndsWith("/devices", StringComparison.Ordinal) ? list(home) : Encoding.UTF8.GetBytes("{}");
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new(MediaTypeNames.Application.Json);
        response.Headers.TryAddWithoutValidation("user-id", GoogleHome.User(home));
        return response;
    }
}
