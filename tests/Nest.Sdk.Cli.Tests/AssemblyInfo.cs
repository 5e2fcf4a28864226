using System.Runtime.Versioning;

// Signals, modes of files and a shell: the tests of the tool run where those are.
[assembly: UnsupportedOSPlatform("windows")]

// Most tests wait for a process of the tool, so more of them run at once than there are processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
