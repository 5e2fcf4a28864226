using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Nest.Sdk.Tests.Reference;

/// <summary>
/// A fact about the payloads of the reference. Without the payloads the test does not exist, so that nothing is
/// skipped.
/// </summary>
[XunitTestCaseDiscoverer(typeof(ReferenceFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : FactAttribute(sourceFilePath, sourceLineNumber);
