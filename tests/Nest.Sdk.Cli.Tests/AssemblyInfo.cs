using System.Runtime.Versioning;

// The tests of the tool run only where POSIX signals, file modes and a shell exist.
[assembly: UnsupportedOSPlatform("windows")]

// Most tests wait for a process of the tool, so more tests run in parallel than there are processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
