// DictumReport: every result as text for people and as versioned JSON for programs.
//
// Pure: results in, text out. What a terminal is, how wide, and whether it takes colour is told by a
// `Style`; nothing here prints.
