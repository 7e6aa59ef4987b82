// The view of files: Landlock (Documentation/userspace-api/landlock.rst of the kernel).
//
// The numbers stand here because Debian 12's headers know less than later kernels.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum {
  EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3,
  MAKE_CHAR = 1 << 6, MAKE_BLOCK = 1 << 11,
  ALL_1 = (1 << 13) - 1, REFER_2 = 1 << 13, TRUNCATE_3 = 1 << 14, IOCTL_DEV_5 = 1 << 15,
  OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE_3 | IOCTL_DEV_5,
  TCP_4 = 3, SCOPES_6 = 3,
};

struct ruleset {
  uint64_t files, network, scopes;
};

struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

int confine_landlock_abi(void) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
  return abi < 0 ? 0 : (int)abi;
}

int confine_rules(const struct confine_request *request, int abi) {
  struct ruleset set = {.files = ALL_1};
  size_t size = sizeof set.files;
  if (abi >= 2) set.files |= REFER_2;
  if (abi >= 3) set.files |= TRUNCATE_3;
  if (abi >= 4) set.network = request->network ? 0 : TCP_4, size = 16;
  if (abi >= 5) set.files |= IOCTL_DEV_5;
  if (abi >= 6) set.scopes = SCOPES_6, size = 24;
  int descriptor = (int)syscall(SYS_landlock_create_ruleset, &set, size, 0);
  if (descriptor < 0) return -1;
  for (size_t i = 0; i < request->rule_count; i++) {
    uint64_t allowed = READ_FILE | READ_DIR | EXECUTE;
    if (request->rules[i].access == CONFINE_WRITE)
      allowed = set.files & ~(uint64_t)(MAKE_CHAR | MAKE_BLOCK | IOCTL_DEV_5);
    if (request->rules[i].access == CONFINE_DEVICE) allowed = READ_FILE | WRITE_FILE;
    int parent = open(request->rules[i].path, O_PATH | O_CLOEXEC);
    if (parent < 0) continue;
    struct stat status;
    if (fstat(parent, &status) == 0 && !S_ISDIR(status.st_mode)) allowed &= OF_FILES;
    struct path_rule rule = {allowed & set.files, parent};
    long failed = syscall(SYS_landlock_add_rule, descriptor, 1, &rule, 0);
    int why = errno;
    close(parent);
    if (failed) {
      close(descriptor);
      errno = why;
      return -1;
    }
  }
  return descriptor;
}

int confine_enforce_rules(int set) {
  return (int)syscall(SYS_landlock_restrict_self, set, 0);
}
