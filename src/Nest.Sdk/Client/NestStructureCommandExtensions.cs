using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to structures by record instead of by id.</summary>
/// <remarks>
/// Each method calls the method of the same name with the record's id, and throws the same exceptions. The record is
/// not changed; the new one comes with <see cref="INestClient.Updates"/>.
/// </remarks>
public static class NestStructureCommandExtensions
{
    /// <inheritdoc cref="IStructureCommands.SetAwayAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Structures"/>.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="away">Home or away.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetAwayAsync(this IStructureCommands commands, Structure structure, AwayState away, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetAwayAsync(IdOf(structure), away, options, cancellationToken);

    /// <inheritdoc cref="IStructureCommands.SetNameAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Structures"/>.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="name">The name; not blank.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetNameAsync(this IStructureCommands commands, Structure structure, string name, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetNameAsync(IdOf(structure), name, options, cancellationToken);

    /// <inheritdoc cref="IStructureCommands.SetEtaAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Structures"/>.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="eta">A trip id and the earliest time.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetEtaAsync(this IStructureCommands commands, Structure structure, Eta eta, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetEtaAsync(IdOf(structure), eta, options, cancellationToken);

    /// <inheritdoc cref="IStructureCommands.CancelEtaAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Structures"/>.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="tripId">The id of the trip.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> CancelEtaAsync(this IStructureCommands commands, Structure structure, string tripId, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).CancelEtaAsync(IdOf(structure), tripId, options, cancellationToken);

    /// <inheritdoc cref="IStructureCommands.SetAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Structures"/>.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="settings">The fields to set; at least one.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetAsync(this IStructureCommands commands, Structure structure, StructureSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetAsync(IdOf(structure), settings, options, cancellationToken);

    private static IStructureCommands Checked(IStructureCommands commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return commands;
    }

    private static string IdOf(Structure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return structure.StructureId ?? throw new ArgumentException("The structure has no StructureId. Use the overload with an id, and pass the structure's key in the home.", nameof(structure));
    }
}
