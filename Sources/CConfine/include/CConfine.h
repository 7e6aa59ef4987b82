// CConfine: what Swift cannot do between fork and exec.
//
// A run is started under a keeper: a process forked from ours that executes nothing else. It is the
// parent of the command, the reaper of every orphan the command leaves, and the one that kills them
// all. It ends when the command has ended or when our end of the control pipe is closed, be it that
// we died; so nothing of a run outlives it.
//
// Everything here is async-signal-safe after the fork: no malloc, no locks, system calls only.

#ifndef CCONFINE_H
#define CCONFINE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What setrlimit(2) limits, of those that matter here.
enum confine_resource {
  CONFINE_LIMIT_CPU,
  CONFINE_LIMIT_DATA,
  CONFINE_LIMIT_FILE,
  CONFINE_LIMIT_DESCRIPTORS,
  CONFINE_LIMIT_PROCESSES,
  CONFINE_LIMIT_CORE,
  CONFINE_LIMIT_LOCKED,
};

/// A limit of setrlimit(2).
struct confine_limit {
  enum confine_resource resource;
  uint64_t soft;
  uint64_t hard;
};

/// What a path may be used for.
enum confine_access {
  /// Read and execute what is there and below.
  CONFINE_READ = 1,
  /// Also write, make and remove.
  CONFINE_WRITE = 2,
  /// Read and write a device or a file, without truncating or executing it.
  CONFINE_DEVICE = 3,
};

/// A path that may be used; one that does not exist is passed over.
struct confine_rule {
  const char *path;
  int access;
};

/// What a filter of system calls forbids beyond what no model needs.
enum confine_filter {
  /// Sockets other than AF_UNIX, other architectures, io_uring, namespaces, ptrace, mounts, keys.
  CONFINE_FILTER = 1,
  /// Connecting, and datagrams: where the paths of the system's own sockets can be seen.
  CONFINE_FILTER_CONNECT = 2,
  /// Changing owner, mode and times by path, and priorities: where the user's own files and
  /// processes could be reached, since Landlock does not cover these.
  CONFINE_FILTER_OWNER = 4,
  /// Signals to others: where neither a namespace nor Landlock's scope keeps them in.
  CONFINE_FILTER_SIGNALS = 8,
  /// Leaves out what is said of sockets and connecting: for a run that may use the network.
  CONFINE_FILTER_NETWORK = 16,
  /// Shared memory, semaphores and queues of the system: where they are not the run's own.
  CONFINE_FILTER_IPC = 32,
  /// Changing length and extended attributes by path: where files that everybody may write could be
  /// reached. Landlock covers the length from its third ABI, the attributes in none.
  CONFINE_FILTER_WRITERS = 64,
};

/// The namespaces that a keeper is put in with its command.
enum confine_namespaces {
  /// Processes, IPC, host name and mounts.
  CONFINE_NAMESPACES = 1,
  /// A user namespace around them, for who is not root.
  CONFINE_USER_NAMESPACE = 2,
  /// A network without any way out.
  CONFINE_NETWORK_NAMESPACE = 4,
};

/// A command and what it is shut in.
struct confine_request {
  /// The executable's path; relative to `folder` if it does not begin with a slash.
  const char *program;
  /// Both end with a null pointer.
  const char *const *arguments;
  const char *const *environment;
  /// Where the command starts; null for our own.
  const char *folder;
  /// The descriptors of standard output and standard error.
  int output, error;
  /// Descriptors that the command gets as 3, 4, …; at most 8.
  const int *passed;
  size_t passed_count;
  const struct confine_limit *limits;
  size_t limit_count;
  /// The highest ABI of Landlock to use; 0 for none, and then there are no rules.
  int landlock;
  /// Whether Landlock leaves TCP alone.
  int network;
  const struct confine_rule *rules;
  size_t rule_count;
  /// Bits of `confine_filter`; 0 for none.
  int filter;
  /// Bits of `confine_namespaces`; 0 for none.
  int namespaces;
  /// Within namespaces of its own: the folders that stay writable, and where an empty one of
  /// `temporary_bytes` is mounted; null for none.
  const char *writable, *temporary;
  uint64_t temporary_bytes;
  /// Whether the run gets a session of its own, and so no terminal. One that can open no terminal
  /// does without: the kernel groups processes by session (CONFIG_SCHED_AUTOGROUP), and the first
  /// process of a new group waits for milliseconds on a busy machine.
  int session;
  /// The user and group that the command becomes, and that no other process may have; -1 for ours.
  int64_t user;
};

/// A run that was started.
struct confine_process {
  /// The keeper, to be waited for.
  pid_t keeper;
  /// Closing it kills the run.
  int control;
  /// Gives one `confine_report` when everything of the run is dead.
  int report;
};

/// Where setting up failed.
enum confine_stage {
  CONFINE_STARTED = 0,
  CONFINE_KEEPER,
  CONFINE_MOUNTS,
  CONFINE_DESCRIPTORS,
  CONFINE_FOLDER,
  CONFINE_LIMITS,
  CONFINE_USER,
  CONFINE_LANDLOCK,
  CONFINE_SECCOMP,
  CONFINE_EXECUTE,
};

/// What became of a run.
struct confine_report {
  /// `CONFINE_STARTED`, or the stage that failed with `error`; the command did not run then.
  int32_t stage;
  int32_t error;
  /// The command's status as wait(2) gives it.
  int32_t status;
  int32_t unused;
  /// Of all processes of the run: processor time, microseconds; the largest peak, KiB.
  int64_t processor;
  int64_t peak;
};

/// Starts a command under a keeper; 0, or an error number when there is no keeper.
int confine_start(const struct confine_request *request, struct confine_process *process);

/// The ABI of Landlock that the kernel has; 0 where there is none.
int confine_landlock_abi(void);

/// Lowers a limit of another process; 0, or an error number.
int confine_limit_process(pid_t process, enum confine_resource resource, uint64_t limit);

/// A pipe that no process started later inherits: first the end to read; 0, or an error number.
int confine_pipe(int ends[2]);

/// Opens an unnamed file that holds a filter's program, for bubblewrap; its descriptor, or -1.
int confine_filter_file(int filter);

#endif
