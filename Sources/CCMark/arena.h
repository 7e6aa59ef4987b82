// Memory for one parse: taken from large blocks, never given back piece by piece, freed at once.
//
// libcmark allocates several times for each node; of its time a third was malloc and free. The
// allocator functions that it takes know no context, so the arena in use stands in a variable of the
// thread, set for the time of a parse.
#ifndef DICTUM_ARENA_H
#define DICTUM_ARENA_H

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

/// A block of memory; what follows it is given out.
struct dictum_block {
  struct dictum_block *previous;
  size_t size;
};

/// The blocks of one parse, and what is left of the last.
struct dictum_arena {
  struct dictum_block *last;
  char *next;
  char *end;
};

/// The arena that this thread parses into.
static inline struct dictum_arena **dictum_current_arena(void) {
  static _Thread_local struct dictum_arena *current;
  return &current;
}

// Before every piece stands its size, which growing it needs to know.
enum { dictum_alignment = 16 };

static inline size_t dictum_rounded(size_t size) {
  return (size + dictum_alignment - 1) & ~(size_t)(dictum_alignment - 1);
}

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

static inline void *dictum_arena_take(size_t size) {
  struct dictum_arena *arena = *dictum_current_arena();
  size_t whole = dictum_alignment + dictum_rounded(size);
  if ((size_t)(arena->end - arena->next) < whole) dictum_arena_grow(arena, whole);
  char *piece = arena->next + dictum_alignment;
  *(size_t *)arena->next = whole - dictum_alignment;
  arena->next += whole;
  return piece;
}

static void *dictum_arena_calloc(size_t count, size_t size) {
  return memset(dictum_arena_take(count * size), 0, count * size);
}

static void *dictum_arena_realloc(void *old, size_t size) {
  if (!old) return dictum_arena_take(size);
  size_t *known = (size_t *)((char *)old - dictum_alignment);
  if (size <= *known) return old;
  struct dictum_arena *arena = *dictum_current_arena();
  size_t more = dictum_rounded(size) - *known;
  if ((char *)old + *known == arena->next && (size_t)(arena->end - arena->next) >= more) {
    // The last piece grows where it is.
    arena->next += more;
    *known += more;
    return old;
  }
  return memcpy(dictum_arena_take(size), old, *known);
}

static void dictum_arena_free(void *piece) { (void)piece; }

/// Parses text into an empty arena; the tree lives as long as the arena.
static inline cmark_node *dictum_parse(
    const char *text, size_t length, struct dictum_arena *arena) {
  static cmark_mem memory = {dictum_arena_calloc, dictum_arena_realloc, dictum_arena_free};
  // What ordinary prose needs; untouched pages cost nothing.
  size_t first = 4096 + 6 * length;
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
