using Nest.Sdk.Model;
using Nest.Sdk.Writing;

namespace Nest.Sdk.Client;

internal sealed class StructureCommands(Func<WriteIntent, NestWriteOptions?, CancellationToken, Task<NestWriteResult>> send) : IStructureCommands
{
    public Task<NestWriteResult> SetAwayAsync(string structureId, AwayState away, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNotWritable(away, nameof(away));
        return SetAsync(structureId, new StructureChange { Away = away }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetNameAsync(string structureId, string name, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return SetAsync(structureId, new StructureChange { Name = name }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetEtaAsync(string structureId, Eta eta, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eta);
        return SetAsync(structureId, new StructureChange { Eta = eta }, options, cancellationToken);
    }

    public Task<NestWriteResult> CancelEtaAsync(string structureId, string tripId, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tripId);
        return SetAsync(structureId, new StructureChange { CancelEtaOfTrip = tripId }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetAsync(string structureId, StructureChange change, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        Validate(change);
        return send(new StructureIntent(structureId, change), options, cancellationToken);
    }

    private static void Validate(StructureChange change)
    {
        if (change == new StructureChange())
            throw new ArgumentException("The change says nothing: set at least one of its properties.", nameof(change));
        if (!change.Away.IsAbsent)
            ThrowIfNotWritable(change.Away, nameof(change));
        if (change.Name is { } name)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(change));
            WriteText.ThrowIfBroken(name, nameof(change));
        }

        if (change is { Eta: not null, CancelEtaOfTrip: not null })
            throw new ArgumentException("An arrival cannot be told and taken back in one write.", nameof(change));
        if (change.CancelEtaOfTrip is { } trip)
            ThrowIfNoTrip(trip);
        if (change.Eta is { } eta)
            Validate(eta);
    }

    private static void Validate(Eta eta)
    {
        ThrowIfNoTrip(eta.TripId);
        if (eta.EstimatedArrivalWindowBegin is not { } begin)
            throw new ArgumentException("The arrival has no earliest time (EstimatedArrivalWindowBegin). To take it back, use CancelEtaAsync.", nameof(eta));
        if (begin > StructureIntent.LatestBegin)
            throw new ArgumentException($"The arrival ({begin:O}) is at the end of all times.", nameof(eta));
        if (eta.EstimatedArrivalWindowEnd < begin)
            throw new ArgumentException($"The arrival's window ends ({eta.EstimatedArrivalWindowEnd:O}) before it begins ({begin:O}).", nameof(eta));
    }

    private static void ThrowIfNoTrip(string? trip)
    {
        if (string.IsNullOrWhiteSpace(trip))
            throw new ArgumentException("The arrival has no trip id. Choose any text; the same one updates or cancels it later.", nameof(trip));
        WriteText.ThrowIfBroken(trip, nameof(trip));
    }

    private static void ThrowIfNotWritable(AwayState away, string parameter)
    {
        if (away != AwayState.Home && away != AwayState.Away)
            throw new ArgumentException($"'{away}' cannot be written: only AwayState.Home and AwayState.Away can.", parameter);
    }
}
