// DictumReading: a file's bytes to model values and diagnostics.
//
// Reading is pure: no file is opened, no clock is read, the store cannot be seen. So every reader
// can be fuzzed, and a test needs nothing but text. The road of a file:
//
//   bytes → Encoding (UTF-8 or refused) → FrontMatter → leaves (Markdown, plain text or captions)
//         → Turns (who speaks where) → Passages, References, Claims → SourceReading
