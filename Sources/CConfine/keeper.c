// The keeper: parent and reaper of one run.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif

enum { PASSED = 8, FIRST_KEPT = 100 };

/// Closes every descriptor but these.
static void close_others(const int *kept, size_t count) {
  int lowest = 0;
  for (;;) {
    int next = -1;
    for (size_t i = 0; i < count; i++)
      if (kept[i] >= lowest && (next < 0 || kept[i] < next)) next = kept[i];
    if (next < 0) break;
    if (next > lowest) syscall(SYS_close_range, lowest, next - 1, 0);
    lowest = next + 1;
  }
  syscall(SYS_close_range, lowest, ~0U, 0);
}

/// Kills every process of a user that has no others, in one call that no fork outruns.
static void kill_user(uid_t user) {
  pid_t killer = vfork();
  if (killer == 0) {
    if (syscall(SYS_setresuid, user, user, user) == 0) kill(-1, SIGKILL);
    _exit(0);
  }
}

/// Kills our children, whose orphans become ours and are next.
static void kill_children(void) {
  char text[4096];
  int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  ssize_t count;
  pid_t number = 0;
  while ((count = read(file, text, sizeof text)) > 0)
    for (ssize_t i = 0; i < count; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        number = number * 10 + (text[i] - '0');
      } else {
        if (number > 0) kill(number, SIGKILL);
        number = 0;
      }
    }
  close(file);
}

/// Reaps who has ended; whether there is nobody left.
static int reap(int options) {
  for (;;) {
    pid_t ended = waitpid(-1, NULL, options);
    if (ended < 0 && errno != EINTR) return 1;
    if (ended == 0) return 0;
    if (ended > 0) options = WNOHANG;
  }
}

/// Kills and reaps until nothing of the run is left: who has no children has no descendants.
static void sweep(const struct confine_request *request) {
  int left = !reap(WNOHANG);
  while (left) {
    if (getpid() == 1) {
      kill(-1, SIGKILL);
    } else {
      if (request->user >= 0) kill_user((uid_t)request->user);
      kill_children();
    }
    // Somebody was killed, so this returns.
    left = !reap(0);
  }
}

static _Noreturn void finish(int report, struct confine_report *said) {
  struct rusage usage;
  if (getrusage(RUSAGE_CHILDREN, &usage) == 0) {
    said->processor = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL
        + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    said->peak = usage.ru_maxrss;
  }
  // Shorter than PIPE_BUF, so it is written whole or not at all.
  ssize_t written = write(report, said, sizeof *said);
  _exit(written == sizeof *said ? 0 : 1);
}

static _Noreturn void fail(int report, int stage) {
  struct confine_report said = {.stage = stage, .error = errno};
  finish(report, &said);
}

/// Waits until the command has ended or the control pipe is closed.
static void await(pid_t command, int control) {
  int process = (int)syscall(SYS_pidfd_open, command, 0);
  struct pollfd events[] = {{.fd = process, .events = POLLIN}, {.fd = control, .events = POLLIN}};
  while (process >= 0 && poll(events, 2, -1) < 0 && errno == EINTR) {}
  if (process < 0 || events[1].revents) kill(command, SIGKILL);
}

_Noreturn void confine_keep(
    const struct confine_request *request, int control, int report, uid_t user, gid_t group) {
  // Out of reach of the terminal's signals either way.
  if (request->session) setsid();
  else setpgid(0, 0);
  prctl(PR_SET_NAME, "dictum-keeper");
  for (int signal = 1; signal < NSIG; signal++) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    if (signal != SIGCHLD && signal != SIGKILL) action.sa_handler = SIG_IGN;
    sigaction(signal, &action, NULL);
  }

  // Out of the way of the numbers that the command gets.
  int kept[PASSED + 4] = {control, report, request->output, request->error};
  size_t count = 4;
  for (size_t i = 0; i < request->passed_count && i < PASSED; i++) kept[count++] = request->passed[i];
  for (size_t i = 0; i < count; i++) {
    kept[i] = fcntl(kept[i], F_DUPFD_CLOEXEC, FIRST_KEPT);
    if (kept[i] < 0) fail(report, CONFINE_DESCRIPTORS);
  }
  control = kept[0];
  report = kept[1];
  close_others(kept, count);

  if (request->namespaces & CONFINE_USER_NAMESPACE && confine_map_user(user, group))
    fail(report, CONFINE_KEEPER);
  if (request->namespaces & CONFINE_NAMESPACES && confine_mount(request))
    fail(report, CONFINE_MOUNTS);
  // Others of our user cannot look into a copy of our memory.
  prctl(PR_SET_DUMPABLE, 0);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1)) fail(report, CONFINE_KEEPER);

  volatile int stage = CONFINE_STARTED, error = 0;
  pid_t command = vfork();
  if (command == 0) {
    int failed = confine_execute(request, kept + 2);
    error = errno;
    stage = failed;
    _exit(127);
  }
  if (command < 0) fail(report, CONFINE_KEEPER);
  for (size_t i = 2; i < count; i++) close(kept[i]);
  struct confine_report said = {.stage = stage, .error = error};
  await(command, control);
  while (waitpid(command, &said.status, 0) < 0 && errno == EINTR) {}
  sweep(request);
  finish(report, &said);
}
