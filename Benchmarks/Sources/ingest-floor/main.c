// The least an ingest can do: read the files, parse them with libcmark, take the text of each leaf
// block as a passage, and load the passages into SQLite with the full-text index that Dictum makes.
//
//     ingest-floor DATABASE FOLDER
//
// It finds no speakers, spans, links, claims or anchors, hashes nothing and cannot be run twice on
// one database. What Dictum takes beyond this is the price of what it finds.
// nftw is of POSIX 2008.
#define _XOPEN_SOURCE 700
#include <cmark.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Text that grows.
typedef struct {
  char *bytes;
  size_t count;
  size_t capacity;
} Text;

static sqlite3 *db;
static sqlite3_stmt *insert_source, *insert_passage, *insert_index;
static long passages, files;
static size_t read_bytes, root_count;

static void fail(const char *what) {
  fprintf(stderr, "ingest-floor: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(2);
}

static void check(int status, const char *what) {
  if (status != SQLITE_OK && status != SQLITE_DONE) fail(what);
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), sql); }

static void append(Text *text, const char *bytes, size_t count) {
  if (text->count + count + 1 > text->capacity) {
    text->capacity = 2 * (text->count + count + 1);
    text->bytes = realloc(text->bytes, text->capacity);
    if (!text->bytes) fail("out of memory");
  }
  memcpy(text->bytes + text->count, bytes, count);
  text->count += count;
  text->bytes[text->count] = 0;
}

/// Appends the words of a node: those of its inlines, or its literal.
static void append_words(Text *text, cmark_node *root) {
  cmark_iter *iter = cmark_iter_new(root);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node *node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      append(text, "\n", 1);
    } else {
      const char *literal = cmark_node_get_literal(node);
      if (literal) append(text, literal, strlen(literal));
    }
  }
  cmark_iter_free(iter);
}

static void put(sqlite3_int64 source, int line, const Text *head, const Text *body) {
  if (body->count == 0) return;
  passages += 1;
  sqlite3_bind_int64(insert_passage, 1, source);
  sqlite3_bind_int(insert_passage, 2, line);
  sqlite3_bind_text(insert_passage, 3, head->bytes, (int)head->count, SQLITE_STATIC);
  sqlite3_bind_text(insert_passage, 4, body->bytes, (int)body->count, SQLITE_STATIC);
  check(sqlite3_step(insert_passage), "passage");
  check(sqlite3_reset(insert_passage), "passage");
  sqlite3_bind_int64(insert_index, 1, sqlite3_last_insert_rowid(db));
  sqlite3_bind_text(insert_index, 2, head->bytes, (int)head->count, SQLITE_STATIC);
  sqlite3_bind_text(insert_index, 3, body->bytes, (int)body->count, SQLITE_STATIC);
  check(sqlite3_step(insert_index), "index");
  check(sqlite3_reset(insert_index), "index");
}

/// The passages of one document: a leaf block each, under the headings that stand above it.
static void put_document(sqlite3_int64 source, const char *bytes, size_t count) {
  cmark_node *document = cmark_parse_document(bytes, count, CMARK_OPT_DEFAULT);
  Text headings[6] = {{0}}, head = {0}, body = {0};
  append(&head, "", 0);
  cmark_iter *iter = cmark_iter_new(document);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node *node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
      int level = cmark_node_get_heading_level(node);
      for (int deeper = level - 1; deeper < 6; deeper++) headings[deeper].count = 0;
      append_words(&headings[level - 1], node);
      head.count = 0;
      for (int each = 0; each < level; each++) {
        if (headings[each].count == 0) continue;
        if (head.count) append(&head, " > ", 3);
        append(&head, headings[each].bytes, headings[each].count);
      }
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_CODE_BLOCK
               || type == CMARK_NODE_HTML_BLOCK) {
      body.count = 0;
      append_words(&body, node);
      put(source, cmark_node_get_start_line(node), &head, &body);
    }
  }
  cmark_iter_free(iter);
  cmark_node_free(document);
  for (int each = 0; each < 6; each++) free(headings[each].bytes);
  free(head.bytes);
  free(body.bytes);
}

static int is_source(const char *path) {
  const char *dot = strrchr(path, '.');
  if (!dot) return 0;
  return !strcmp(dot, ".md") || !strcmp(dot, ".markdown") || !strcmp(dot, ".txt")
         || !strcmp(dot, ".vtt");
}

static int visit(const char *path, const struct stat *info, int kind, struct FTW *place) {
  (void)place;
  if (kind != FTW_F || strstr(path + root_count, "/.") || !is_source(path)) return 0;
  FILE *file = fopen(path, "rb");
  char *bytes = malloc((size_t)info->st_size + 1);
  if (!file || !bytes) fail(path);
  size_t count = fread(bytes, 1, (size_t)info->st_size, file);
  fclose(file);
  read_bytes += count;
  files += 1;
  sqlite3_bind_text(insert_source, 1, path, -1, SQLITE_STATIC);
  check(sqlite3_step(insert_source), "source");
  check(sqlite3_reset(insert_source), "source");
  put_document(sqlite3_last_insert_rowid(db), bytes, count);
  free(bytes);
  return 0;
}

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), sql);
  return statement;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: ingest-floor DATABASE FOLDER\n");
    return 64;
  }
  check(sqlite3_open(arguments[1], &db), arguments[1]);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;"
      "CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT NOT NULL) STRICT;"
      "CREATE TABLE passage (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL,"
      "  line INTEGER NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL, ident TEXT NOT NULL) STRICT;"
      "CREATE VIRTUAL TABLE passage_fts USING fts5(head, body, ident, content = 'passage',"
      "  content_rowid = 'id', tokenize = \"porter unicode61 remove_diacritics 2\");"
      "BEGIN IMMEDIATE;"
      "INSERT INTO passage_fts (passage_fts, rank) VALUES ('hashsize', 67108864);");
  insert_source = prepared("INSERT INTO source (path) VALUES (?)");
  insert_passage = prepared(
      "INSERT INTO passage (source_id, line, head, body, ident) VALUES (?, ?, ?, ?, '')");
  insert_index = prepared("INSERT INTO passage_fts (rowid, head, body, ident) VALUES (?, ?, ?, '')");
  root_count = strlen(arguments[2]);
  if (nftw(arguments[2], visit, 64, FTW_PHYS) != 0) fail(arguments[2]);
  run("COMMIT");
  sqlite3_finalize(insert_source);
  sqlite3_finalize(insert_passage);
  sqlite3_finalize(insert_index);
  check(sqlite3_close(db), "close");
  printf("%ld files, %ld passages, %zu bytes\n", files, passages, read_bytes);
  return 0;
}
