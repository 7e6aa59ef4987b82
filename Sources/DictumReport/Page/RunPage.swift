package import DictumModel

/// Runs as one page of HTML that needs nothing else: no network, no script, no other file.
///
/// Beside each figure stands the table it is drawn from; the page follows the reader's choice of
/// light or dark, and prints.
package enum RunPage {
  /// The page; `generatedAt` is when it was made, ISO 8601 in UTC.
  package static func html(
    _ reports: [RunReport], unrun: [UnrunModel] = [], generatedAt: String
  ) -> String {
    let title =
      reports.count == 1
      ? "\(reports[0].title): run of \(reports[0].record.startedAt)"
      : NumberText.count(reports.count, "run")
    var main: [XMLNode] = []
    if reports.count != 1 || !unrun.isEmpty {
      main.append(contents(reports, unrun))
    }
    main += reports.enumerated().map { RunArticle($1, number: $0 + 1).node }
    let page = XMLNode.element(
      "html", ["lang": "en"],
      .element(
        "head", [:],
        .element("meta", ["charset": "utf-8"]),
        .element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("meta", ["name": "generator", "content": "Dictum"]),
        .element("title", [:], .text(title)), .element("style", [:], .raw(PageStyle.sheet))),
      .element(
        "body", [:], .element("main", [:], main),
        .element(
          "footer", [:],
          .element(
            "p", [:],
            .text(
              "Made by Dictum at \(generatedAt). A verdict speaks of the model as it ran here, "
                + "never of the world."))))
    )
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  /// Every run in a row, for a page of several.
  private static func contents(_ reports: [RunReport], _ unrun: [UnrunModel]) -> XMLNode {
    let rows = reports.enumerated().map { index, report -> [XMLNode] in
      let record = report.record
      let counts = SweepSummary.order.compactMap { verdict -> String? in
        let count = record.verdicts.count { $0.verdict == verdict }
        return count > 0 ? RunWords.count(count, verdict) : nil
      }
      return [
        .element("a", ["href": "#run-\(index + 1)"], .text("model:\(record.model)")),
        .text(report.title), .text(RunWords.outcome(record.outcome)),
        .text(counts.joined(separator: ", ")),
      ]
    }
    let missing = unrun.map { model -> [XMLNode] in
      [.text("model:\(model.model)"), .text(""), .text("was not run"), .text(model.reason)]
    }
    return .element(
      "section", [:], .element("h1", [:], .text(NumberText.count(reports.count, "run"))),
      PageTable.node(
        caption: "Models", head: ["model", "title", "outcome", "expectations"],
        rows: rows + missing))
  }
}

/// Tables of a page.
enum PageTable {
  /// A table whose first column names its rows; the columns in `right` are numbers.
  ///
  /// Without `head`,
  /// its rows are all there is.
  static func node(
    caption: String, head: [String], right: Set<Int> = [], rows: [[XMLNode]]
  ) -> XMLNode {
    let body = rows.map { cells in
      XMLNode.element(
        "tr", [:],
        cells.enumerated().map { column, cell in
          let style = right.contains(column) ? "number" : nil
          return column == 0
            ? .element("th", ["scope": "row", "class": style, "dir": "auto"], cell)
            : .element("td", ["class": style, "dir": "auto"], cell)
        })
    }
    let columns = XMLNode.element(
      "thead", [:],
      .element(
        "tr", [:],
        head.enumerated().map { column, words in
          .element(
            "th", ["scope": "col", "class": right.contains(column) ? "number" : nil],
            .text(words))
        }))
    return .element(
      "div", ["class": "scroll"],
      .element(
        "table", [:],
        [.element("caption", [:], .text(caption))] + (head.isEmpty ? [] : [columns])
          + [.element("tbody", [:], body)]))
  }

  /// The same of plain words.
  static func node(
    caption: String, head: [String], right: Set<Int> = [], rows: [[String]]
  ) -> XMLNode {
    node(caption: caption, head: head, right: right, rows: rows.map { $0.map(XMLNode.text) })
  }
}
