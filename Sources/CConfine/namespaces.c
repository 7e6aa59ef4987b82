// What a keeper does in namespaces of its own, before it starts the command.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif

/// The attributes of mount_setattr(2).
struct attributes {
  uint64_t set, clear, propagation, user_namespace;
};

static const uint64_t read_only = 1;

static int write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t count = write(file, text, strlen(text));
  close(file);
  return count < 0 ? -1 : 0;
}

/// Writes a decimal number and gives the place after it.
static char *decimal(char *text, uint64_t number) {
  char digits[20];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count) *text++ = digits[--count];
  *text = 0;
  return text;
}

static void mapping(char *text, uint64_t number) {
  text = decimal(text, number);
  *text++ = ' ';
  text = decimal(text, number);
  memcpy(text, " 1", 3);
}

int confine_map_user(uid_t user, gid_t group) {
  char text[64];
  mapping(text, user);
  if (write_file("/proc/self/uid_map", text)) return -1;
  if (write_file("/proc/self/setgroups", "deny")) return -1;
  mapping(text, group);
  return write_file("/proc/self/gid_map", text);
}

static int change(const char *path, unsigned flags, uint64_t set, uint64_t clear) {
  struct attributes attributes = {.set = set, .clear = clear};
  return (int)syscall(SYS_mount_setattr, AT_FDCWD, path, flags, &attributes, sizeof attributes);
}

/// Mounts an empty folder of the run's size that the run's user owns.
static int mount_empty(const char *path, const struct confine_request *request) {
  char options[96] = "mode=0700,size=";
  char *end = decimal(options + strlen(options), request->temporary_bytes);
  if (request->user >= 0) {
    memcpy(end, ",uid=", 6);
    end = decimal(end + 5, (uint64_t)request->user);
    memcpy(end, ",gid=", 6);
    decimal(end + 5, (uint64_t)request->user);
  }
  return mount("tmpfs", path, "tmpfs", MS_NOSUID | MS_NODEV, options);
}

int confine_mount(const struct confine_request *request) {
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL)) return -1;
  if (request->writable && mount(request->writable, request->writable, NULL, MS_BIND, NULL))
    return -1;
  if (change("/", AT_RECURSIVE, read_only, 0)) return -1;
  if (request->writable && change(request->writable, 0, 0, read_only)) return -1;
  if (request->temporary && mount_empty(request->temporary, request)) return -1;
  // Semaphores and shared memory of POSIX; a system without the folder has no use for it.
  if (mount_empty("/dev/shm", request) && errno != ENOENT) return -1;
  return 0;
}
