using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Nest.Sdk.Tests.Reference;

/// <summary>A fact about the payloads of the reference. Where these are missing there is no such test: nothing to skip, nothing to wonder about.</summary>
[XunitTestCaseDiscoverer(typeof(ReferenceFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : FactAttribute(sourceFilePath, sourceLineNumber);
