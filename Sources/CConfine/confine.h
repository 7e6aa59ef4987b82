// What the files of this target share.

#ifndef CONFINE_H
#define CONFINE_H

#include "CConfine.h"

/// Becomes the parent of a command, sees it and all its descendants end, and exits.
_Noreturn void confine_keep(const struct confine_request *, int control, int report, uid_t, gid_t);

/// In a child, forked by vfork: shuts itself in and executes; returns the failed stage, and errno.
int confine_execute(const struct confine_request *, const int *passed);

/// The number of a resource for setrlimit(2).
int confine_resource_number(enum confine_resource);

/// Builds the rules and returns the descriptor of their set, or -1.
int confine_rules(const struct confine_request *, int abi);
/// Puts the rules of a set in force; 0 or -1.
int confine_enforce_rules(int set);
/// Puts a filter in force; 0 or -1.
int confine_enforce_filter(int filter);

/// Within new namespaces: our user as itself, nothing writable but the run's folders; 0 or -1.
int confine_map_user(uid_t, gid_t);
int confine_mount(const struct confine_request *);

#endif
