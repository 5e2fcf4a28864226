using System.Runtime.ExceptionServices;

namespace Nest.Sdk.Diffing;

/// <summary>Runs walks that call themselves once a level, over documents that are nested deeper than any thread can be trusted to have room for.</summary>
internal static class DeepStack
{
    /// <summary>Up to here a walk runs on the thread of the caller.</summary>
    public const int Shallow = 64;

    /// <summary>A level takes less than 2 KB in a debug build. The system backs only what is used.</summary>
    private const int Bytes = 32 << 20;

    /// <summary>Runs it on a thread of its own, and waits for it. What it throws is thrown here.</summary>
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
