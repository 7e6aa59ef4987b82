// DictumIngest: brings the index up to date with the library's files, and reports what it did.
//
//   LibraryWalk (which files are there) → IngestPlan (what changed) → SourceReader (DictumReading)
//   → IngestWriter (DictumStore) → LinkResolver (what leads where)
//
// It owns no state: the index knows what the last ingest saw.
