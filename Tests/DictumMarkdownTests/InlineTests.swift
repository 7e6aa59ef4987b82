import DictumMarkdown
import DictumModel
import Testing

/// Inlines as `kind[source]`, children in braces behind it, text only as its literal in quotes.
private func outline(inlines text: String) -> String {
  let bytes = Array(text.utf8)
  let inlines = MarkdownDocument(parsing: bytes).descendants.flatMap(\.inlines)
  return inlines.map { outline($0, bytes) }.joined(separator: " ")
}

private func outline(_ inline: Inline, _ bytes: [UInt8]) -> String {
  let slice = String(decoding: bytes[inline.span.range], as: UTF8.self)
    .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
  let name =
    switch inline.kind {
    case .text(let literal): "'\(literal)'"
    case .softBreak: "soft"
    case .hardBreak: "hard"
    case .code(let literal): "code(\(literal))"
    case .html: "html"
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    case .link(let destination, let title): "a(\(destination) \(title))"
    case .image(let destination, let title): "img(\(destination) \(title))"
    case .autolink(let destination): "auto(\(destination))"
    case .footnoteReference(let label): "note(\(label))"
    case .wikiLink(let target, let fragment, let alias, let isEmbed):
      "wiki(\(target) \(fragment ?? "-") \(alias ?? "-")\(isEmbed ? " embed" : ""))"
    case .math(let tex): "math(\(tex.replacing("\n", with: "⏎")))"
    }
  let children = inline.children.map { outline($0, bytes) }.joined(separator: " ")
  return "\(name)[\(slice)]" + (children.isEmpty ? "" : "{\(children)}")
}

@Suite struct InlineTests {
  @Test(arguments: [
    ("a&amp;b\\*c", "'a&b*c'[a&amp;b\\*c]"),
    ("&copy;&nosuch;&amp;amp;", "'©&nosuch;&amp;'[&copy;&nosuch;&amp;amp;]"),
    ("*a **b** c*", "em[*a **b** c*]{'a '[a ] strong[**b**]{'b'[b]} ' c'[ c]}"),
    ("***a***", "em[***a***]{strong[**a**]{'a'[a]}}"),
    ("**a*", "'*'[*] em[*a*]{'a'[a]}"),
    ("a  \r\nb\\\nc\nd", "'a'[a] hard[  ⏎] 'b'[b] hard[\\⏎] 'c'[c] soft[⏎] 'd'[d]"),
    ("`` a`b ``", "code(a`b)[`` a`b ``]"),
    ("`[[x]]`", "code([[x]])[`[[x]]`]"),
    ("> `a\n> b`", "code(a b)[`a⏎> b`]"),
    ("[a *b*](/u \"t\")c", "a(/u t)[[a *b*](/u \"t\")]{'a '[a ] em[*b*]{'b'[b]}} 'c'[c]"),
    ("[a](</u v>)", "a(/u v )[[a](</u v>)]{'a'[a]}"),
    ("[a](\n/u(x)\n't')b", "a(/u(x) t)[[a](⏎/u(x)⏎'t')]{'a'[a]} 'b'[b]"),
    ("[a]()", "a( )[[a]()]{'a'[a]}"),
    ("![a](u)", "img(u )[![a](u)]{'a'[a]}"),
    ("[![a](u)](v)", "a(v )[[![a](u)](v)]{img(u )[![a](u)]{'a'[a]}}"),
    (
      "[x][a] [a][] [a] [a](b c)\n\n[a]: /u",
      "a(/u )[[x][a]]{'x'[x]} ' '[ ] a(/u )[[a][]]{'a'[a]} ' '[ ] a(/u )[[a]]{'a'[a]} ' '[ ] "
        + "a(/u )[[a]]{'a'[a]} '(b c)'[(b c)]"
    ),
    ("<http://a?b&amp;c>", "auto(http://a?b&c)[<http://a?b&amp;c>]"),
    ("<a@b.cd>", "auto(mailto:a@b.cd)[<a@b.cd>]"),
    ("a<b\n c>d", "'a'[a] html[<b⏎ c>] 'd'[d]"),
    ("a[^1]b", "'a'[a] note(1)[[^1]] 'b'[b]"),
    ("a[^1]\n\n[^1]: word", "'a'[a] note(1)[[^1]] 'word'[word]"),
    ("[a[^1]](u)", "a(u )[[a[^1]](u)]{'a'[a] note(1)[[^1]]}"),
    ("\\[^1]", "'[^1]'[\\[^1]]"),
    ("*[[a_b_c#h|x*y]]*", "em[*[[a_b_c#h|x*y]]*]{wiki(a_b_c h x*y)[[[a_b_c#h|x*y]]]}"),
    ("![[e.png]]", "wiki(e.png - - embed)[![[e.png]]]"),
    ("[[#^c-x]]", "wiki( ^c-x -)[[[#^c-x]]]"),
    ("\\[[a]]", "'[[a]]'[\\[[a]]]"),
    ("\\![[a]]", "'!'[\\!] wiki(a - -)[[[a]]]"),
    ("[[a\nb]]", "'[[a'[[[a] soft[⏎] 'b]]'[b]]]"),
    ("[[1]](u)", "a(u )[[[1]](u)]{'[1]'[[1]]}"),
    ("[a](x[[y]]z)", "a(x[[y]]z )[[a](x[[y]]z)]{'a'[a]}"),
    ("<http://x/[[y]]>", "auto(http://x/[[y]])[<http://x/[[y]]>]"),
    ("[a]\n\n[a]: x[[y]]z", "a(x[[y]]z )[[a]]{'a'[a]}"),
    ("~~a **b** c~~ d", "del[~~a **b** c~~]{'a '[a ] strong[**b**]{'b'[b]} ' c'[ c]} ' d'[ d]"),
    ("x~a~ ~2 of ~3", "'x'[x] del[~a~]{'a'[a]} ' ~2 of ~3'[ ~2 of ~3]"),
    ("~~a\nb\\*~~", "del[~~a⏎b\\*~~]{'a'[a] soft[⏎] 'b*'[b\\*]}"),
    ("*~~a* b~~", "em[*~~a*]{'~~a'[~~a]} ' b~~'[ b~~]"),
    ("~~a ~b~ c~~", "del[~~a ~b~ c~~]{'a '[a ] del[~b~]{'b'[b]} ' c'[ c]}"),
    ("\\~~a~~ ~~~b~~~ ~~ c ~~", "'~~a~~ ~~~b~~~ ~~ c ~~'[\\~~a~~ ~~~b~~~ ~~ c ~~]"),
    ("`~~` [~~a~~](u)", "code(~~)[`~~`] ' '[ ] a(u )[[~~a~~](u)]{del[~~a~~]{'a'[a]}}"),
    ("a $x_1 + y_1$ b", "'a '[a ] math(x_1 + y_1)[$x_1 + y_1$] ' b'[ b]"),
    ("$[[B\\to C]]$", "math([[B\\to C]])[$[[B\\to C]]$]"),
    ("*a $b*c$*", "em[*a $b*c$*]{'a '[a ] math(b*c)[$b*c$]}"),
    ("`$a$`", "code($a$)[`$a$`]"),
    ("`a$b` `c$d`", "code(a$b)[`a$b`] ' '[ ] code(c$d)[`c$d`]"),
    ("$5 and $6", "'$5 and $6'[$5 and $6]"),
    ("$5, 7$5 US$7 NZ$", "'$5, 7$5 US$7 NZ$'[$5, 7$5 US$7 NZ$]"),
    ("\\$a$", "'$a$'[\\$a$]"),
    ("[a$b$](u)", "a(u )[[a$b$](u)]{'a$b$'[a$b$]}"),
    ("[a](u/$b$)", "a(u/$b$ )[[a](u/$b$)]{'a'[a]}"),
    (
      "\\(n\\) \\[\\sum_i\\] \\[sic\\]",
      "math(n)[\\(n\\)] ' '[ ] math(\\sum_i)[\\[\\sum_i\\]] ' [sic]'[ \\[sic\\]]"
    ),
    ("$$\n- a_1\n= *b*\n$$ c", "math(⏎- a_1⏎= *b*⏎)[$$⏎- a_1⏎= *b*⏎$$] ' c'[ c]"),
    ("> $$a\n> b$$", "math(a⏎b)[$$a⏎> b$$]"),
    ("$$a\n\nb$$", "'$$a'[$$a] 'b$$'[b$$]"),
    (
      "| a\\|[[b\\|c]] |\n|--|\n",
      "'| a|'[| a\\|] wiki(b - c)[[[b\\|c]]] ' |'[ |] soft[⏎] '|--|'[|--|]"
    ),
  ])
  func inlines(text: String, expected: String) {
    #expect(outline(inlines: text) == expected)
    let bytes = Array(text.utf8)
    #expect(violations(of: MarkdownDocument(parsing: bytes), in: bytes) == [])
  }
}
