using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class StructureCommands(Func<WriteIntent, NestWriteOptions?, CancellationToken, Task<NestWriteResult>> send) : IStructureCommands
{
    /// <summary>
    /// The latest begin of an arrival: a window without an end is one minute long and must not overflow.
    /// </summary>
    private static readonly DateTimeOffset LatestBegin = DateTimeOffset.MaxValue - TimeSpan.FromMinutes(1);

    public Task<NestWriteResult> SetAwayAsync(string structureId, AwayState away, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNotWritable(away, nameof(away));
        return SetAsync(structureId, new StructureSettings { Away = away }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetNameAsync(string structureId, string name, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return SetAsync(structureId, new StructureSettings { Name = name }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetEtaAsync(string structureId, Eta eta, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eta);
        return SetAsync(structureId, new StructureSettings { Eta = eta }, options, cancellationToken);
    }

    public Task<NestWriteResult> CancelEtaAsync(string structureId, string tripId, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tripId);
        return SetAsync(structureId, new StructureSettings { CancelEtaOfTrip = tripId }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetAsync(string structureId, StructureSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Validate(settings);
        return send(new StructureIntent(structureId, settings), options, cancellationToken);
    }

    private static void Validate(StructureSettings settings)
    {
        if (settings == new StructureSettings())
            throw new ArgumentException("The settings are empty. Set at least one property.", nameof(settings));
        if (!settings.Away.IsAbsent)
            ThrowIfNotWritable(settings.Away, nameof(settings));
        if (settings.Name is { } name)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(settings));
            WriteText.ThrowIfBroken(name, nameof(settings));
        }

        if (settings is { Eta: not null, CancelEtaOfTrip: not null })
            throw new ArgumentException("Set either Eta or CancelEtaOfTrip, not both.", nameof(settings));
        if (settings.CancelEtaOfTrip is { } trip)
            ThrowIfNoTrip(trip);
        if (settings.Eta is { } eta)
            Validate(eta);
    }

    private static void Validate(Eta eta)
    {
        ThrowIfNoTrip(eta.TripId);
        if (eta.EstimatedArrivalWindowBegin is not { } begin)
            throw new ArgumentException("The arrival has no earliest time (EstimatedArrivalWindowBegin). To withdraw it, use CancelEtaAsync.", nameof(eta));
        if (begin > LatestBegin)
            throw new ArgumentException($"The arrival's earliest time ({begin:O}) is too late. Use at most {LatestBegin:O}.", nameof(eta));
        if (eta.EstimatedArrivalWindowEnd < begin)
            throw new ArgumentException($"The arrival's window ends ({eta.EstimatedArrivalWindowEnd:O}) before it begins ({begin:O}).", nameof(eta));
    }

    private static void ThrowIfNoTrip(string? trip)
    {
        if (string.IsNullOrWhiteSpace(trip))
            throw new ArgumentException("The arrival has no trip id. Choose any text. The same trip id updates or cancels the arrival later.", nameof(trip));
        WriteText.ThrowIfBroken(trip, nameof(trip));
    }

    private static void ThrowIfNotWritable(AwayState away, string parameter)
    {
        if (away != AwayState.Home && away != AwayState.Away)
            throw new ArgumentException($"The away state '{away}' cannot be written. Use AwayState.Home or AwayState.Away.", parameter);
    }
}
