namespace Nest.Sdk.Http;

/// <summary>
/// Adds the form of a token request to a copy of the request, below all handlers of the host, and hides the body of the
/// response from them.
/// </summary>
/// <remarks>
/// The request contains the client secret and the refresh token, the response an access token. A handler of the host
/// may log both bodies. Above this handler the form is an option of the request, in an object that does not print it,
/// and the response has a body that reads as a mask.
/// </remarks>
internal sealed class SecretFormHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(SecretForm.Option, out var form))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var copy = RequestCopy.Of(request);
        copy.Content = form.ToContent();
        try
        {
            var response = await base.SendAsync(copy, cancellationToken).ConfigureAwait(false);
            response.RequestMessage = request;
            response.Content = new HiddenContent(response.Content);
            return response;
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.InvalidResponse)
        {
            // The message quotes the line that could not be read, and the logger above would print it.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The response is not HTTP.");
        }
    }
}
