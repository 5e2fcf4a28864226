using System.Diagnostics;

namespace Nest.Sdk.Diagnostics;

/// <summary>The last resort for what must not be lost where no logger takes errors.</summary>
internal static class ErrorTrace
{
    /// <param name="text">Makes the text, without secrets. It may read what is the host's code, such as the message of an exception.</param>
    public static void Write(Func<string> text)
    {
        try
        {
            Trace.TraceError($"Nest.Sdk: {text()}");
        }
        catch (Exception) // Swallowed: a listener that throws is the host's code, and there is no one left to report to.
        {
        }
    }
}
