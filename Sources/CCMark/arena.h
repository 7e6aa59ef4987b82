// Memory for one parse: taken from large blocks, never given back piece by piece, freed at once.
//
// libcmark allocates several times for each node; of its time a third was malloc and free. The
// allocator functions that it takes know no context, so the arena in use stands in a variable of the
// thread, set for the time of a parse.
#ifndef DICTUM_ARENA_H
#define DICTUM_ARENA_H

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A block of memory; what follows it is given out.
struct dictum_block {
  struct dictum_block *previous;
  size_t size;
};

/// The blocks of one parse, what is left of the last, and the piece that was given out last.
struct dictum_arena {
  struct dictum_block *last;
  char *next;
  char *end;
  char *piece;
};

/// The arena that this thread parses into.
static inline struct dictum_arena **dictum_current_arena(void) {
  static _Thread_local struct dictum_arena *current;
  return &current;
}

static inline size_t dictum_rounded(size_t size) { return (size + 7) & ~(size_t)7; }

static inline void dictum_arena_grow(struct dictum_arena *arena, size_t size) {
  size_t wanted = arena->last ? arena->last->size * 2 : size;
  if (wanted > (size_t)32 << 20) wanted = (size_t)32 << 20;
  if (wanted < size) wanted = size;
  struct dictum_block *block = malloc(sizeof *block + wanted);
  if (!block) abort();
  block->previous = arena->last;
  block->size = wanted;
  arena->last = block;
  arena->next = (char *)(block + 1);
  arena->end = arena->next + wanted;
}

static inline void *dictum_arena_take(struct dictum_arena *arena, size_t size) {
  size = dictum_rounded(size);
  if ((size_t)(arena->end - arena->next) < size) dictum_arena_grow(arena, size);
  arena->piece = arena->next;
  arena->next += size;
  return arena->piece;
}

static void *dictum_arena_calloc(size_t count, size_t size) {
  return memset(dictum_arena_take(*dictum_current_arena(), count * size), 0, count * size);
}

/// How much lies behind a piece in its block, at least the piece itself.
static inline size_t dictum_arena_reach(struct dictum_arena *arena, char *piece) {
  for (struct dictum_block *block = arena->last; block; block = block->previous) {
    char *start = (char *)(block + 1);
    if (piece >= start && piece < start + block->size) return start + block->size - piece;
  }
  return 0;
}

static void *dictum_arena_realloc(void *old, size_t size) {
  struct dictum_arena *arena = *dictum_current_arena();
  if (!old) return dictum_arena_take(arena, size);
  if (old == arena->piece && (size_t)(arena->end - arena->piece) >= dictum_rounded(size)) {
    // The last piece grows where it is.
    arena->next = arena->piece + dictum_rounded(size);
    return old;
  }
  // How large it was is not known; what is copied beyond that means nothing, but it ends where the
  // new piece begins.
  size_t reach = dictum_arena_reach(arena, (char *)old);
  void *piece = dictum_arena_take(arena, size);
  size_t apart = (uintptr_t)piece - (uintptr_t)old;
  if (apart < reach) reach = apart;
  return memcpy(piece, old, size < reach ? size : reach);
}

static void dictum_arena_free(void *piece) { (void)piece; }

/// Parses text into an empty arena; the tree lives as long as the arena.
static inline cmark_node *dictum_parse(
    const char *text, size_t length, struct dictum_arena *arena) {
  static cmark_mem memory = {dictum_arena_calloc, dictum_arena_realloc, dictum_arena_free};
  // What ordinary prose needs, of which most words are left out; untouched pages cost nothing.
  size_t first = 8192 + 8 * length;
  dictum_arena_grow(arena, first < (size_t)4 << 20 ? first : (size_t)4 << 20);
  *dictum_current_arena() = arena;
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  *dictum_current_arena() = NULL;
  return root;
}

/// Frees an arena and what was parsed into it.
static inline void dictum_arena_release(struct dictum_arena *arena) {
  while (arena->last) {
    struct dictum_block *previous = arena->last->previous;
    free(arena->last);
    arena->last = previous;
  }
}

#endif
