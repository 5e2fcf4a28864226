using System.Diagnostics;

namespace Nest.Sdk.Diagnostics;

/// <summary>Writes to <see cref="Trace"/> what must not be lost when no logger accepts errors.</summary>
internal static class ErrorTrace
{
    /// <param name="text">
    /// Creates the text, without secrets. It may run the host's code, such as the message of an exception.
    /// </param>
    public static void Write(Func<string> text)
    {
        try
        {
            Trace.TraceError($"Nest.Sdk: {text()}");
        }
        catch (Exception) // Swallowed: the host's listener failed, and there is nowhere left to report it.
        {
        }
    }
}
