// Starting a keeper.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int confine_start(const struct confine_request *request, struct confine_process *process) {
  int control[2], report[2];
  if (pipe2(control, O_CLOEXEC)) return errno;
  if (pipe2(report, O_CLOEXEC)) {
    int why = errno;
    close(control[0]), close(control[1]);
    return why;
  }
  unsigned long flags = SIGCHLD;
  if (request->namespaces & CONFINE_NAMESPACES)
    flags |= CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNS;
  if (request->namespaces & CONFINE_NETWORK_NAMESPACE) flags |= CLONE_NEWNET;
  if (request->namespaces & CONFINE_USER_NAMESPACE) flags |= CLONE_NEWUSER;
  uid_t user = geteuid();
  gid_t group = getegid();
  // Our handlers of signals must not run in the copy.
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  // The system call and not fork(3), whose handlers would take locks that other threads hold.
  long keeper = syscall(SYS_clone, flags, 0, 0, 0, 0);
  if (keeper == 0) confine_keep(request, control[0], report[1], user, group);
  int why = errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  close(control[0]);
  close(report[1]);
  if (keeper < 0) {
    close(control[1]);
    close(report[0]);
    return why;
  }
  process->keeper = (pid_t)keeper;
  process->control = control[1];
  process->report = report[0];
  return 0;
}

int confine_limit_process(pid_t process, enum confine_resource resource, uint64_t limit) {
  struct rlimit value = {limit, limit};
  return prlimit(process, confine_resource_number(resource), &value, NULL) ? errno : 0;
}

int confine_pipe(int ends[2]) {
  return pipe2(ends, O_CLOEXEC) ? errno : 0;
}
