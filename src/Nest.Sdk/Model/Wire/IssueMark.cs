using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>An issue before its path is known. The offset of the value's first byte identifies it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IssueMark(long Offset, JsonValueKind Found, string Expected, bool IsConverted);
