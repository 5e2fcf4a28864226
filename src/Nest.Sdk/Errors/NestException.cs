namespace Nest.Sdk;

/// <summary>
/// The base class of every exception of this library. Exceptions of sockets, JSON and HTTP appear only as its
/// <see cref="Exception.InnerException"/>.
/// </summary>
/// <remarks>
/// Invalid arguments throw <see cref="ArgumentException"/>. A cancellation by the caller throws
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public class NestException : Exception
{
    private string? _note;
    private bool _writeMayHaveHappened;
    private IReadOnlyList<NestWriteStep> _steps = [];
    private TimeSpan? _pause;

    /// <summary>Creates the exception with a default message.</summary>
    public NestException()
        : this("The Nest client failed.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do about it. It must not contain a token.</param>
    public NestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do about it. It must not contain a token.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the same call may succeed later without any change. False unless a derived class overrides it.
    /// </summary>
    public virtual bool IsTransient => false;

    /// <summary>What happened and what to do about it.</summary>
    public override string Message => _note is null ? base.Message : base.Message is [.., '.' or '?' or '!'] ? $"{base.Message} {_note}" : $"{base.Message}. {_note}";

    /// <summary>
    /// Whether the call was a write that may have taken effect: read the device before you send it again. False when
    /// nothing was sent, when Nest refused the write, and for all other calls.
    /// </summary>
    public bool WriteMayHaveHappened
    {
        get => _writeMayHaveHappened;
        init => _writeMayHaveHappened = value;
    }

    /// <summary>The complete error response of the service. Null when the service sent no response.</summary>
    public NestServerError? ServerError { get; init; }

    /// <summary>
    /// All steps of the failed write, in order: those sent before, the one that was refused or whose outcome is
    /// unknown, and the rest, which were not sent. Empty when the call was not a write, or failed before its steps were
    /// known.
    /// </summary>
    public IReadOnlyList<NestWriteStep> Steps
    {
        get => _steps;
        init => _steps = value;
    }

    /// <summary>The minimum delay before another attempt. Null leaves it to the back-off.</summary>
    internal virtual TimeSpan? MinimumDelay => _pause;

    /// <summary>
    /// Returns a copy of the exception whose message also says what it means for the write. A copy, because callers
    /// that wait for one token share the same object.
    /// </summary>
    internal NestException ForWrite(string note, bool mayHaveHappened)
    {
        var copy = (NestException)MemberwiseClone();
        (copy._note, copy._writeMayHaveHappened) = (note, mayHaveHappened);
        return copy;
    }

    /// <summary>Returns a copy of the exception with a minimum delay before another attempt.</summary>
    internal NestException WithPause(TimeSpan pause)
    {
        var copy = (NestException)MemberwiseClone();
        copy._pause = pause;
        return copy;
    }

    /// <summary>Returns a copy of the exception with the steps of the write.</summary>
    internal NestException WithSteps(IReadOnlyList<NestWriteStep> steps)
    {
        var copy = (NestException)MemberwiseClone();
        copy._steps = steps;
        return copy;
    }
}
