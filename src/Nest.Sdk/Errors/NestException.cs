namespace Nest.Sdk;

/// <summary>The base of every error this library reports. Errors from below (sockets, JSON, HTTP) never leak: they are its <see cref="Exception.InnerException"/>.</summary>
/// <remarks>Wrong arguments are <see cref="ArgumentException"/>, and a caller's own cancellation stays an <see cref="OperationCanceledException"/>.</remarks>
public class NestException : Exception
{
    private string? _note;
    private bool _writeMayHaveHappened;
    private IReadOnlyList<NestWriteStep> _steps = [];

    /// <summary>Creates the error with no further details.</summary>
    public NestException()
        : this("The Nest client failed.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What happened and what to do about it. It must not contain a token.</param>
    public NestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What happened and what to do about it. It must not contain a token.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed later without any change. False unless a derived error says otherwise.</summary>
    public virtual bool IsTransient => false;

    /// <summary>What happened and what to do about it.</summary>
    public override string Message => _note is null ? base.Message : base.Message is [.., '.' or '?' or '!'] ? $"{base.Message} {_note}" : $"{base.Message}. {_note}";

    /// <summary>Whether the call was a write that may have taken effect all the same: look at the device before you send it again. False when nothing was sent, when Nest refused it, and for all other calls.</summary>
    public bool WriteMayHaveHappened
    {
        get => _writeMayHaveHappened;
        init => _writeMayHaveHappened = value;
    }

    /// <summary>What the service said, whole. Null when the error did not come with a response of the service.</summary>
    public NestServerError? ServerError { get; init; }

    /// <summary>The steps of the write that failed, in order: those before, the one that was refused or whose outcome is not known, and the rest, which was not sent. Empty when the call was no write, or failed before its steps were known.</summary>
    public IReadOnlyList<NestWriteStep> Steps
    {
        get => _steps;
        init => _steps = value;
    }

    /// <summary>The least time before another attempt; null leaves it to the back-off.</summary>
    internal virtual TimeSpan? LeastWait => null;

    /// <summary>The same error, which also says what it means for the write that it came of. A copy: callers that wait for one token hold the same object.</summary>
    internal NestException ForWrite(string note, bool mayHaveHappened)
    {
        var copy = (NestException)MemberwiseClone();
        (copy._note, copy._writeMayHaveHappened) = (note, mayHaveHappened);
        return copy;
    }

    /// <summary>The same error with the steps of the write.</summary>
    internal NestException WithSteps(IReadOnlyList<NestWriteStep> steps)
    {
        var copy = (NestException)MemberwiseClone();
        copy._steps = steps;
        return copy;
    }
}
