// DictumSearch: the query language (Query/), compiled and run.
//
//   text → Query (what was meant) → CompiledQuery (an FTS5 expression and a filter) → Store
//   → SearchResult
//
// It owns the language; the SQL is the store's.
