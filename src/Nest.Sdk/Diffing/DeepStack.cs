using System.Runtime.ExceptionServices;

namespace Nest.Sdk.Diffing;

/// <summary>Runs recursive walks over documents whose nesting may overflow the stack of the current thread.</summary>
internal static class DeepStack
{
    /// <summary>The maximum depth for a walk on the caller's thread.</summary>
    public const int Shallow = 64;

    /// <summary>
    /// The size of the stack. A level takes less than 2 KB in a debug build. The system commits only the used pages.
    /// </summary>
    private const int Bytes = 32 << 20;

    /// <summary>Runs the walk on a dedicated thread and waits for it. Rethrows its exception.</summary>
    public static T Run<T>(Func<T> walk)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = walk();
                }
                catch (Exception error)
                {
                    failure = ExceptionDispatchInfo.Capture(error);
                }
            },
            Bytes)
        { IsBackground = true, Name = "Nest.Sdk deep JSON" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
