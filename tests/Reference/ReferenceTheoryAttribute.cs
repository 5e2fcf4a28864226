using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Nest.Sdk.Tests.Reference;

/// <summary>Like <see cref="ReferenceFactAttribute"/>, with data.</summary>
[XunitTestCaseDiscoverer(typeof(ReferenceTheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : TheoryAttribute(sourceFilePath, sourceLineNumber);
