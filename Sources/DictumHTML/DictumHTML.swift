// DictumHTML: the bytes of a web page to a tree of elements and texts, each with the bytes it stands in.
//
// libxml2 parses tag soup as browsers once did; where each piece of text stands is found here. The
// one room that sees libxml2; it knows nothing of posts, speakers or Markdown.
