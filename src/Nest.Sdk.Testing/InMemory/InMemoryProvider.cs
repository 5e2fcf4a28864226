using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Tokens;
using Nest.Sdk.Wwn;
using Nest.Sdk.Wwn.Events;
using Nest.Sdk.Wwn.Writing;

namespace Nest.Sdk.Testing.InMemory;

/// <summary>
/// The backend of a client without HTTP. It calls the home and the rules of the fake server directly. Its state changes
/// only while the home is locked.
/// </summary>
internal sealed class InMemoryProvider : INestProvider
{
    private static readonly Uri Anywhere = new("http://localhost/");

    private readonly AccessToken _token = AccessToken.Parse("c.FAKE-IN-MEMORY");
    private readonly List<InMemoryLink> _links = [];
    private readonly TimeProvider _time;
    private readonly RateLimiter _limiter;
    private readonly HomeWriter _writer;
    private readonly HomeView _view;
    private bool _isOffline;
    private bool _isRevoked;

    public InMemoryProvider(FakeHome home, InMemoryNestClientOptions options)
    {
        _time = options.TimeProvider;
        _limiter = new RateLimiter(options.RateLimits, _time);
        _writer = new HomeWriter(_limiter, _time);
        Home = new LiveHome(home, _time, Publish);
        Writes = new WwnDialect(WriteAsync);
        _view = new HomeView(Home, _token.Reveal(), options.Permissions);
    }

    public LiveHome Home { get; }

    /// <summary>The home in memory follows the rules of Works with Nest.</summary>
    public NestBackend Backend => NestBackend.Wwn;

    public IWriteDialect Writes { get; }

    public NestCapabilities CapabilitiesOf(DataModel? home) => WwnCapabilities.Of(home);

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        var link = new InMemoryLink(sink);
        Call(() =>
        {
            _links.Add(link);
            link.Put(Document());
            return true;
        });
        try
        {
            await link.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The stream has ended.
            Home.Locked(() => _links.Remove(link));
        }
    }

    public IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => HomeEvents.Of(before, after);

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => ReadRawAsync("/", cancellationToken);

    public Task<byte[]> ReadRawAsync(string path, CancellationToken cancellationToken) => AnswerAsync(
        () => _view.Read(Path(path)) ?? throw Error(ErrorBodies.Of(Refusal.NotFound)), cancellationToken);

    private Task<bool> WriteAsync(WriteStep step, CancellationToken cancellationToken) => AnswerAsync(
        () => _writer.Write(_view, Path(step.Path), step.Body) is { } refusal ? throw Error(ErrorBodies.Of(refusal)) : true, cancellationToken);

    /// <summary>Ends every stream and fails every call until <see cref="GoOnline"/>.</summary>
    public void GoOffline() => Home.Locked(() =>
    {
        LoseLinks(Unreachable());
        return _isOffline = true;
    });

    public void GoOnline() => Home.Locked(() => _isOffline = false);

    /// <summary>Revokes the token.</summary>
    public void Revoke() => Home.Locked(() =>
    {
        LoseLinks(WwnErrors.Revoked());
        return _isRevoked = true;
    });

    private static NestConnectionException Unreachable() =>
        new("The home is offline. Call GoOnline to end the outage.") { NothingWasSent = true };

    /// <summary>Resolves a path as for a request, so that an invalid path fails here too.</summary>
    private static DocumentPath Path(string path) => DocumentPath.Parse(WwnPath.Resolve(Anywhere, path).AbsolutePath);

    private Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Call(answer));
    }

    /// <summary>Runs a call after the checks that apply to every call.</summary>
    private T Call<T>(Func<T> call) => Home.Locked(() =>
    {
        if (_isOffline)
            throw Unreachable();

        return _isRevoked ? throw Error(ErrorBodies.Unauthorized())
            : _limiter.CheckCall(_view, counts: true) is { } refusal ? throw Error(ErrorBodies.Of(refusal))
            : call();
    });

    /// <summary>Returns the error that the client creates from an answer of the fake server.</summary>
    private NestException Error(FakeAnswer answer)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)answer.Status);
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return WwnErrors.FromResponse(response, answer.Body, _token, _time);
    }

    private byte[] Document() => _view.Read(DocumentPath.Root)!;

    private void Publish(LiveHome home)
    {
        if (_links.Count == 0)
            return;

        var document = Document();
        _links.ForEach(link => link.Put(document));
    }

    private void LoseLinks(NestException error)
    {
        _links.ForEach(link => link.Lose(error));
        _links.Clear();
    }
}
