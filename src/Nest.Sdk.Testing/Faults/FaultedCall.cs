using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>A call with a fault. Plays the steps in order, then the rest of the regular response.</summary>
internal sealed class FaultedCall
{
    private static readonly Task NeverCompletes = new TaskCompletionSource().Task;

    private readonly HttpContext _context;
    private readonly FaultServices _services;
    private readonly FaultRule _rule;
    private readonly ClientConnection _connection;
    private ThrottledBody? _body;
    private FakeAnswer? _answer;
    private Task? _delay;
    private bool _hasBegun;
    private bool _isRaw;
    private bool _isOver;

    public FaultedCall(HttpContext context, FakeCall call, FaultServices services, FaultRule rule, CancellationToken ending)
    {
        (_context, Call, _services, _rule, Ending) = (context, call, services, rule, ending);
        _connection = new ClientConnection(context);
        StartDelay(0);
    }

    public FakeCall Call { get; }

    public CancellationToken Ending { get; }

    public FakePorts Ports => _services.Ports;

    /// <summary>Returns the response with the service's default body of a status.</summary>
    public FakeAnswer ForStatus(int status) => _services.Dialect.ForStatus(Call, status);

    public Task Lifted => _rule.Lifted;

    public ThrottledBody Body => _body ??= new ThrottledBody(_context.Response.Body, _services.Time);

    /// <summary>Plays the steps. Continues with <paramref name="next"/> if they do not end the call.</summary>
    public async Task RunAsync(Func<Task> next)
    {
        var steps = _rule.Fault.Steps;
        for (var i = 0; i < steps.Count && !_isOver; i++)
        {
            if (Call.IsStream && steps[i].NeedsHeaders && !_isRaw)
            {
                // The remaining steps are played on the stream, before its first put.
                _context.Features.Set(new OpeningScript([.. steps.Skip(steps[i] is HeadersStep ? i + 1 : i)], _rule));
                break;
            }

            if (steps[i] is DelayStep)
                await _delay!.ConfigureAwait(false);

            // The next wait must start before streams show a write or a client reads bytes.
            StartDelay(i + 1, unless: steps[i] is StallStep);
            await steps[i].PlayAsync(this).ConfigureAwait(false);
            StartDelay(i + 1, unless: steps[i] is not StallStep);
        }

        if (!_isOver)
            await FinishAsync(next).ConfigureAwait(false);
    }

    public async Task AnswerAsync(FakeAnswer answer)
    {
        _isOver = true;
        await AnswerWriter.WriteAsync(_context.Response, answer).ConfigureAwait(false);
    }

    /// <summary>Sends the headers of the regular response.</summary>
    public async Task BeginAsync()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _answer ??= await GetAnswerAsync(null).ConfigureAwait(false);
            AnswerWriter.SetHeaders(_context.Response, _answer);
            await _context.Response.Body.FlushAsync(Ending).ConfigureAwait(false);
        }
    }

    public async Task ApplyAsync(IWriteAlteration? alteration)
    {
        var later = new List<(TimeSpan After, LiveHome Home, Action<HomeState> Change)>();
        _answer ??= await GetAnswerAsync(write => alteration?.Alter(write, (after, change) => later.Add((after, write.Home, change)))).ConfigureAwait(false);
        later.ForEach(each => _ = ChangeAsync(each.After, each.Home, each.Change));
    }

    public Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        _isRaw = true;
        return _connection.SendAsync(bytes, Ending);
    }

    public void Close()
    {
        _isOver = true;
        _connection.Close();
    }

    public void Reset()
    {
        _isOver = true;
        _connection.Reset();
    }

    public void Revoke() => _services.Revoke(Call.Token);

    private async ValueTask<FakeAnswer> GetAnswerAsync(Action<AcceptedWrite>? onWritten) =>
        _services.Refuse(Call) ?? await _services.Answer(Call, onWritten, Ending).ConfigureAwait(false);

    private void StartDelay(int index, bool unless = false)
    {
        if (!unless && index < _rule.Fault.Steps.Count && _rule.Fault.Steps[index] is DelayStep delay)
            _delay = delay.Start(_services.Time, Ending);
    }

    private async Task FinishAsync(Func<Task> next)
    {
        if (_isRaw)
        {
            Close();
        }
        else if (_answer is not null || _body is not null)
        {
            await BeginAsync().ConfigureAwait(false);
            if (!await Body.WriteAsync(_answer!.Body, NeverCompletes, Ending, Ending).ConfigureAwait(false))
                Close();
        }
        else
        {
            await next().ConfigureAwait(false);
        }
    }

    private async Task ChangeAsync(TimeSpan after, LiveHome home, Action<HomeState> change)
    {
        if (after > TimeSpan.Zero)
            await Task.Delay(after, _services.Time, _services.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        if (_services.Stopping.IsCancellationRequested)
            return;

        home.Amend(change);
    }
}
