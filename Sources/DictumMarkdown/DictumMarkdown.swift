// DictumMarkdown: Markdown bytes to a tree of blocks and inlines, each with the bytes it stands in.
//
// cmark parses; what it does not tell (true spans, footnotes, the lines of a list item) is found
// here. The one room that sees C; it knows nothing of speakers, claims or links.
