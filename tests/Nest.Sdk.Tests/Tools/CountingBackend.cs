using System.Globalization;
using System.Text;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Tests.Tools;

/// <summary>
/// A third backend: a home with one thermostat that counts. For tests only; it proves that a backend needs only one
/// registration.
/// </summary>
/// <remarks>
/// A setting needs two commands: one that unlocks, and one with the value. It has modes and no labels, and rings once
/// for each count that is a multiple of ten.
/// </remarks>
internal sealed class CountingBackend : BackendRegistration, INestProvider, IWriteDialect
{
    public const string Id = "counter";

    private readonly Lock _gate = new();
    private readonly List<WriteStep> _sent = [];
    private IHomeSink? _sink;
    private TaskCompletionSource _ended = new();
    private int _count = 1;

    public override NestBackend Backend { get; } = NestBackend.From("counting");

    public IWriteDialect Writes => this;

    /// <summary>The steps that reached the service.</summary>
    public IReadOnlyList<WriteStep> Sent => _sent;

    /// <summary>Fails a step when it returns an error.</summary>
    public Func<WriteStep, Exception?>? Fails { get; set; }

    public override IEnumerable<string> Failures() => [];

    public override INestProvider Create(BackendParts parts) => this;

    public NestCapabilities CapabilitiesOf(DataModel? home) =>
        new(Backend, [NestCapability.TargetTemperature, NestCapability.HvacMode], (id, capability) => home?.Devices.Thermostats.ContainsKey(id) != true ? null : capability != NestCapability.Label);

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        lock (_gate)
            (_sink, _ended) = (sink, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Show();
        await _ended.Task.WaitAsync(cancellationToken);
    }

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => Task.FromResult(Home());

    public Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken) => Task.FromResult(Encoding.UTF8.GetBytes($"\"{address}\""));

    /// <summary>Counts one further.</summary>
    public void Count()
    {
        _count++;
        Show();
        if (_count % 10 == 0)
            _sink!.Raise(new NestEvent { DeviceId = Id, Kind = NestEventKind.Chime, IsNew = true, OccurredAt = DateTimeOffset.UnixEpoch.AddSeconds(_count) });
    }

    /// <summary>Sets the count.</summary>
    public void Become(int count)
    {
        _count = count;
        Show();
    }

    /// <summary>Breaks the connection.</summary>
    public void Cut() => _ended.TrySetException(new NestConnectionException("The connection broke."));

    public WritePlan Plan(WriteIntent intent, DataModel? home, bool check)
    {
        var target = ((ThermostatIntent)intent).Settings.TargetTemperature!.Value;
        if (target.Celsius == _count)
            return new WritePlan([], []);
        var field = new WriteField("target_temperature_c", WriteField.Json(target.Celsius), seen => WriteField.JsonOrNull(seen.Devices.Thermostats.GetValueOrDefault(Id)?.TargetTemperature?.Celsius));
        return new WritePlan([new WriteStep("POST", "unlock", "{}"u8.ToArray(), [], intent.Path), new WriteStep("POST", "count", Encoding.UTF8.GetBytes(field.Value.ToString()), [field], intent.Path)], []);
    }

    public Task SendAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (Fails?.Invoke(step) is { } error)
            return Task.FromException(error);
        _sent.Add(step);
        if (step.Path == "count")
            _count = (int)decimal.Parse(Encoding.UTF8.GetString(step.Body), CultureInfo.InvariantCulture);
        if (step.Path == "count" && _sink is not null)
            Show();
        return Task.CompletedTask;
    }

    private void Show()
    {
        lock (_gate)
        {
            _sink!.Signal();
            _sink.Accept(Home());
        }
    }

    private byte[] Home() => Encoding.UTF8.GetBytes($$"""{"devices":{"thermostats":{"{{Id}}":{"device_id":"{{Id}}","target_temperature_c":{{_count}} } } } }""");
}
