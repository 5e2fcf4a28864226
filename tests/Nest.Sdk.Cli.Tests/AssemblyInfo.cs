using System.Runtime.Versioning;

// Signals, modes of files and a shell: the tests of the tool are at home where those are.
[assembly: UnsupportedOSPlatform("windows")]
