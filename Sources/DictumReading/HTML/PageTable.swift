import DictumHTML
import DictumModel

/// A table of rows and cells of words; one that lays out the page is none.
struct PageTable {
  /// The cells of each row, nodes.
  private(set) var rows: [[Int]] = []

  /// The caption, a node.
  private(set) var caption: Int?

  /// The table at `index`, or `nil` when its cells hold blocks of text, or there is but one cell a
  /// row and one row.
  init?(_ page: HTMLDocument, _ index: Int) {
    for node in page.range(of: index).dropFirst() {
      switch page.nodes[node].name {
      case "tr": rows.append([])
      case "td", "th": if !rows.isEmpty { rows[rows.count - 1].append(node) }
      case "caption": caption = node
      case "table", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "form": return nil
      case "p", "div":
        // One paragraph in a cell is how some sites write every cell; two are a layout.
        guard let parent = page.nodes[node].parent else { return nil }
        let siblings = page.children(of: parent)
        if siblings.count(where: { ["p", "div"].contains(page.nodes[$0].name) }) > 1 { return nil }
      default: break
      }
    }
    rows.removeAll(where: \.isEmpty)
    guard rows.contains(where: { $0.count > 1 }) || rows.count > 1 else { return nil }
  }
}

extension PageWriter {
  /// Writes a table as GitHub Flavored Markdown has it, a row on each line.
  mutating func write(_ table: PageTable) {
    if let caption = table.caption {
      endBlock()
      cell(caption)
    }
    let columns = table.rows.map(\.count).max() ?? 0
    endBlock()
    for (number, row) in table.rows.enumerated() {
      if let first = row.first { advance(to: first) }
      if number == 0 { begin(.oneLine) } else { newLine() }
      for column in 0..<columns {
        glue("| ")
        if row.indices.contains(column) { cell(row[column]) }
        glue(" ")
      }
      glue("|")
      if number == 0 {
        newLine()
        glue("|" + String(repeating: " --- |", count: columns))
      }
    }
    endBlock()
  }

  private mutating func cell(_ index: Int) {
    for node in page.range(of: index) {
      if page.nodes[node].text != nil {
        words(node)
      } else if ["br", "p", "div"].contains(page.nodes[node].name) {
        addSpace(ByteSpan(anchor, anchor))
      }
    }
    dropSpace()
  }
}
