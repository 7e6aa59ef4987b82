// The last steps of a command's process, in the order that each permits the next.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int confine_resource_number(enum confine_resource resource) {
  switch (resource) {
    case CONFINE_LIMIT_CPU: return RLIMIT_CPU;
    case CONFINE_LIMIT_DATA: return RLIMIT_DATA;
    case CONFINE_LIMIT_FILE: return RLIMIT_FSIZE;
    case CONFINE_LIMIT_DESCRIPTORS: return RLIMIT_NOFILE;
    case CONFINE_LIMIT_PROCESSES: return RLIMIT_NPROC;
    case CONFINE_LIMIT_CORE: return RLIMIT_CORE;
    case CONFINE_LIMIT_LOCKED: return RLIMIT_MEMLOCK;
  }
  return -1;
}

static int set_limits(const struct confine_request *request) {
  for (size_t i = 0; i < request->limit_count; i++) {
    const struct confine_limit *wanted = &request->limits[i];
    int number = confine_resource_number(wanted->resource);
    struct rlimit now;
    if (prlimit(0, number, NULL, &now)) return -1;
    // Never higher than what the user is held to.
    struct rlimit limit = {wanted->soft, wanted->hard};
    if (limit.rlim_max > now.rlim_max) limit.rlim_max = now.rlim_max;
    if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
    if (prlimit(0, number, &limit, NULL)) return -1;
  }
  return 0;
}

/// By system calls: the functions of these names would tell all threads of the process.
static int become(int64_t user) {
  if (user < 0) return 0;
  uid_t number = (uid_t)user;
  if (syscall(SYS_setgroups, 0, NULL)) return -1;
  if (syscall(SYS_setresgid, number, number, number)) return -1;
  return (int)syscall(SYS_setresuid, number, number, number);
}

static int drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct none[2] = {{0}, {0}};
  return (int)syscall(SYS_capset, &header, none);
}

int confine_execute(const struct confine_request *request, const int *passed) {
  for (int signal = 1; signal < NSIG; signal++) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);

  int null = open("/dev/null", O_RDONLY);
  if (null < 0 || dup2(null, 0) < 0 || dup2(passed[0], 1) < 0 || dup2(passed[1], 2) < 0)
    return CONFINE_DESCRIPTORS;
  for (size_t i = 0; i < request->passed_count; i++)
    if (dup2(passed[i + 2], (int)i + 3) < 0) return CONFINE_DESCRIPTORS;
  if (syscall(SYS_close_range, (unsigned)request->passed_count + 3, ~0U, 0))
    return CONFINE_DESCRIPTORS;

  umask(077);
  int rules = -1;
  if (request->landlock > 0) {
    rules = confine_rules(request, request->landlock);
    if (rules < 0) return CONFINE_LANDLOCK;
  }
  if (request->folder && chdir(request->folder)) return CONFINE_FOLDER;
  if (set_limits(request)) return CONFINE_LIMITS;
  if (become(request->user)) return CONFINE_USER;
  if (request->filter && drop_capabilities()) return CONFINE_USER;
  // Forgotten at a change of user, so it comes after.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL)) return CONFINE_USER;
  // bubblewrap does it itself, and where it is setuid it could not start.
  int confines = rules >= 0 || request->filter;
  if (confines && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return CONFINE_SECCOMP;
  if (rules >= 0) {
    if (confine_enforce_rules(rules)) return CONFINE_LANDLOCK;
    close(rules);
  }
  if (request->filter && confine_enforce_filter(request->filter)) return CONFINE_SECCOMP;
  execve(request->program, (char *const *)request->arguments, (char *const *)request->environment);
  return CONFINE_EXECUTE;
}
