using System.Net;
using System.Text;
using Nest.Sdk.DependencyInjection;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>A token endpoint below the handlers of a client. It answers from a script, with a new token when the script is over.</summary>
internal sealed class TokenServer : HttpMessageHandler
{
    public static readonly Uri Endpoint = new("https://oauth2.googleapis.com/token");

    private readonly Queue<Func<Task<HttpResponseMessage>>> _script = new();
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>The only address that may be called.</summary>
    public Uri Address { get; set; } = Endpoint;

    /// <summary>The forms that came, in order.</summary>
    public List<Dictionary<string, string>> Forms { get; } = [];

    /// <summary>The time by Google's clock. Null when it does not report it.</summary>
    public DateTimeOffset? Date { get; set; }

    /// <summary>The lifetime of the tokens, in seconds.</summary>
    public int Lifetime { get; set; } = 3599;

    /// <summary>The handlers of a client over this server.</summary>
    public HttpMessageHandler Calls() => NestClientComposition.Guarded(this);

    public TokenServer Answer(HttpStatusCode status, string body) => Then(() => Task.FromResult(Response(status, body)));

    public TokenServer Refuse(string error, HttpStatusCode status = HttpStatusCode.BadRequest) => Answer(status, $$"""{"error":"{{error}}","error_description":"Token has been expired or revoked."}""");

    public TokenServer Fail(Exception error) => Then(() => Task.FromException<HttpResponseMessage>(error));

    public TokenServer Then(Func<Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public Task AskedAsync() => _asked.WaitAsync(Tools.Patience.Limit);

    public static HttpResponseMessage Response(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public string Grant(int number, string more = "") => $$"""{"access_token":"ya29.ACCESS-{{number}}","expires_in":{{Lifetime}},"scope":"https://www.googleapis.com/auth/sdm.service","token_type":"Bearer"{{more}}}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal((HttpMethod.Post, Address), (request.Method, request.RequestUri));
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        Task<HttpResponseMessage> answer;
        lock (_gate)
        {
            Forms.Add(form.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal));
            answer = _script.TryDequeue(out var next) ? next() : Task.FromResult(Response(HttpStatusCode.OK, Grant(Forms.Count)));
        }

        _asked.Release();
        var response = await answer.WaitAsync(cancellationToken);
        response.Headers.Date = Date;
        return response;
    }
}
