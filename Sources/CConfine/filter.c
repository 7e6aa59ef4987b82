// The filter of system calls: seccomp(2).
//
// What it forbids has no use in a model, and each is a way out, or out of a limit. The rest is
// allowed, so that every language's runtime starts.

#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no system call numbers for this architecture"
#endif

#define CLONE_NAMESPACES                                                                         \
  (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |   \
   CLONE_NEWNET)

/// Refused with EPERM in every sandbox.
static const int refused[] = {
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_bpf,
    SYS_perf_event_open, SYS_userfaultfd, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_mount,
    SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
    SYS_acct, SYS_quotactl, SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_syslog,
    SYS_settimeofday, SYS_clock_settime, SYS_sethostname, SYS_setdomainname,
    // Memory that is held though no process maps it, so that nobody can count it.
    SYS_shmget, SYS_msgget,
    428 /* open_tree */, 429 /* move_mount */, 430 /* fsopen */, 431 /* fsconfig */,
    432 /* fsmount */, 433 /* fspick */, 438 /* pidfd_getfd */, 442 /* mount_setattr */,
};

/// Not there, in every sandbox: a runtime then takes the older way, which can be looked at.
static const int absent[] = {
    425 /* io_uring_setup */, 426 /* io_uring_enter */, 427 /* io_uring_register */,
    435 /* clone3, whose flags a filter cannot read */,
    // Files in memory, which the limit of memory does not see.
    SYS_memfd_create, 447 /* memfd_secret */,
};

/// `CONFINE_FILTER_OWNER`.
static const int of_owner[] = {
#if defined(__x86_64__)
    SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat, SYS_mknod,
#endif
    SYS_fchmodat, SYS_fchownat, SYS_utimensat, 452 /* fchmodat2 */, SYS_setpriority, SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages, SYS_sched_setaffinity,
    SYS_sched_setscheduler, SYS_sched_setparam, SYS_sched_setattr,
};

/// `CONFINE_FILTER_WRITERS`.
static const int of_writers[] = {
    SYS_truncate, SYS_setxattr, SYS_lsetxattr, SYS_removexattr, SYS_lremovexattr,
    463 /* setxattrat */, 466 /* removexattrat */,
};

/// `CONFINE_FILTER_IPC`.
static const int of_ipc[] = {SYS_semget, SYS_mq_open};

/// `CONFINE_FILTER_SIGNALS`.
static const int of_signals[] = {
    SYS_kill, SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_pidfd_send_signal,
};

enum { CAPACITY = 512 };

struct program {
  struct sock_filter code[CAPACITY];
  unsigned short count;
};

static void add(struct program *program, struct sock_filter instruction) {
  if (program->count < CAPACITY) program->code[program->count++] = instruction;
}

static void load(struct program *program, size_t offset) {
  add(program, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

static void answer(struct program *program, uint32_t action) {
  add(program, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

/// Skips `count` instructions unless the word loaded last compares with `value`.
static void unless(struct program *program, int comparison, uint32_t value, uint8_t count) {
  add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | comparison | BPF_K, value, 0, count));
}

static void deny(struct program *program, const int *calls, size_t count, int error) {
  for (size_t i = 0; i < count; i++) {
    unless(program, BPF_JEQ, (uint32_t)calls[i], 1);
    answer(program, SECCOMP_RET_ERRNO | (uint32_t)error);
  }
}

#define DENY(program, calls, error) deny(program, calls, sizeof calls / sizeof *calls, error)
/// The lower half of an argument, on a machine that stores it first.
#define ARGUMENT(index) (offsetof(struct seccomp_data, args) + 8 * (index))

/// Looks at one argument of a call: refused if it compares with `value`, else allowed.
static void refuse_if(
    struct program *program, int call, int argument, int comparison, uint32_t value, int error) {
  unless(program, BPF_JEQ, (uint32_t)call, 4);
  load(program, ARGUMENT(argument));
  unless(program, comparison, value, 1);
  answer(program, SECCOMP_RET_ERRNO | (uint32_t)error);
  load(program, offsetof(struct seccomp_data, nr));
}

/// Refuses sockets of other families, and with `connected` also those of AF_UNIX
/// that send without being connected.
static void refuse_sockets(struct program *program, int call, int connected) {
  unless(program, BPF_JEQ, (uint32_t)call, connected ? 9 : 4);
  load(program, ARGUMENT(0));
  add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0));
  answer(program, SECCOMP_RET_ERRNO | EACCES);
  if (connected) {
    load(program, ARGUMENT(1));
    add(program, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xf));
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SOCK_STREAM, 2, 0));
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SOCK_SEQPACKET, 1, 0));
    answer(program, SECCOMP_RET_ERRNO | EACCES);
  }
  load(program, offsetof(struct seccomp_data, nr));
}

static void build(struct program *program, int filter) {
  load(program, offsetof(struct seccomp_data, arch));
  add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0));
  answer(program, SECCOMP_RET_KILL_PROCESS);
  load(program, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  unless(program, BPF_JGE, 0x40000000 /* x32 */, 1);
  answer(program, SECCOMP_RET_KILL_PROCESS);
#endif
  DENY(program, refused, EPERM);
  DENY(program, absent, ENOSYS);
  if (filter & CONFINE_FILTER_OWNER) DENY(program, of_owner, EPERM);
  if (filter & CONFINE_FILTER_WRITERS) DENY(program, of_writers, EPERM);
  if (filter & CONFINE_FILTER_IPC) DENY(program, of_ipc, EPERM);
  if (filter & CONFINE_FILTER_SIGNALS) {
    DENY(program, of_signals, EPERM);
    // A process may still end itself: abort(3) and raise(3) name its own number, which for the
    // command, if not for its children, is known here.
    unless(program, BPF_JEQ, SYS_tgkill, 4);
    load(program, ARGUMENT(0));
    add(program, (struct sock_filter)BPF_JUMP(
        BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 1, 0));
    answer(program, SECCOMP_RET_ERRNO | EPERM);
    load(program, offsetof(struct seccomp_data, nr));
  }
  if (!(filter & CONFINE_FILTER_NETWORK)) {
    static const int connects[] = {SYS_connect};
    if (filter & CONFINE_FILTER_CONNECT) DENY(program, connects, EACCES);
    refuse_sockets(program, SYS_socket, filter & CONFINE_FILTER_CONNECT);
    refuse_sockets(program, SYS_socketpair, filter & CONFINE_FILTER_CONNECT);
  }
  refuse_if(program, SYS_clone, 0, BPF_JSET, CLONE_NAMESPACES, EPERM);
  // Limits of other processes; 0 is the caller.
  refuse_if(program, SYS_prlimit64, 0, BPF_JGT, 0, EPERM);
  refuse_if(program, SYS_ioctl, 1, BPF_JEQ, TIOCSTI, EPERM);
  refuse_if(program, SYS_ioctl, 1, BPF_JEQ, 0x541c /* TIOCLINUX */, EPERM);
  answer(program, SECCOMP_RET_ALLOW);
}

int confine_enforce_filter(int filter) {
  struct program program = {.count = 0};
  build(&program, filter);
  struct sock_fprog code = {.len = program.count, .filter = program.code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &code);
}

int confine_filter_file(int filter) {
  struct program program = {.count = 0};
  build(&program, filter);
  int file = memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return -1;
  ssize_t size = (ssize_t)(program.count * sizeof *program.code);
  if (write(file, program.code, (size_t)size) == size && lseek(file, 0, SEEK_SET) == 0) return file;
  close(file);
  return -1;
}
