import DictumModel

extension SourceReading {
  /// The same reading with the bytes and lines of the file that its text was written from.
  ///
  /// A passage's text keeps one line feed for each line break of the file within it: where the text
  /// has other lines than the file, they are parted anew.
  func mapped(through map: SourceMap, from text: LineTable, to file: LineTable) -> SourceReading {
    func line(_ number: Int) -> Int {
      let span = text.span(ofLine: number)
      let start = map.firstWords(from: span.start, to: span.end)
      return file.line(at: start ?? map.source(of: ByteSpan(span.start, span.start)).start)
    }
    var reading = self
    for index in reading.passages.indices {
      let passage = passages[index]
      var span = map.source(of: passage.span)
      // An element around several blocks may begin lines before the words of this one.
      if let words = map.firstWords(from: passage.span.start, to: passage.span.end),
        file.line(at: words) > file.line(at: span.start)
      {
        span = ByteSpan(words, span.end)
      }
      reading.passages[index].span = span
      reading.passages[index].line = file.line(at: span.start)
      var lines = passage.text.lines[...]
      var words = String(lines.removeFirst())
      var last = file.line(at: span.start)
      for (number, next) in lines.enumerated() {
        let this = max(line(passage.line + number + 1), last)
        let isEnd = next.isEmpty && number == lines.count - 1
        words += this == last ? (isEnd ? "" : " ") : String(repeating: "\n", count: this - last)
        words += next
        last = this
      }
      reading.passages[index].text = words
    }
    for index in reading.utterances.indices {
      reading.utterances[index].span = map.source(of: utterances[index].span)
      reading.utterances[index].line = file.line(at: reading.utterances[index].span.start)
    }
    for index in reading.references.indices {
      var span = map.source(of: references[index].span)
      if let passage = references[index].passage {
        span = ByteSpan(max(span.start, reading.passages[passage].span.start), span.end)
      }
      reading.references[index].span = span
      reading.references[index].line = file.line(at: span.start)
      reading.references[index].column = file.column(at: span.start)
    }
    for index in reading.reports.indices {
      reading.reports[index].span = map.source(of: reports[index].span)
      reading.reports[index].line = file.line(at: reading.reports[index].span.start)
    }
    for index in reading.revisions.indices {
      reading.revisions[index].span = map.source(of: revisions[index].span)
      reading.revisions[index].line = file.line(at: reading.revisions[index].span.start)
    }
    for index in reading.confidences.indices {
      reading.confidences[index].span = map.source(of: confidences[index].span)
      reading.confidences[index].line = file.line(at: reading.confidences[index].span.start)
    }
    for index in reading.proposals.indices {
      reading.proposals[index].line = line(proposals[index].line)
    }
    for index in reading.claims.indices {
      reading.claims[index].relations = claims[index].relations.map {
        RelationDeclaration(kind: $0.kind, to: $0.to.at(line: line($0.to.line)))
      }
      reading.claims[index].sources = claims[index].sources.map {
        SourceCitation(
          target: $0.target.at(line: line($0.target.line)), locator: $0.locator, quote: $0.quote)
      }
      reading.claims[index].models = claims[index].models.map { $0.at(line: line($0.line)) }
    }
    for index in reading.assertions.indices {
      let claim = assertions[index].claim
      reading.assertions[index].claim = claim.at(line: line(claim.line))
    }
    for index in reading.diagnostics.indices {
      // A column of the text is none of the file.
      guard let number = diagnostics[index].place.line else { continue }
      reading.diagnostics[index].place.line = line(number)
      reading.diagnostics[index].place.column = nil
    }
    return reading
  }
}

extension Pointer {
  /// The same pointer, written on another line.
  fileprivate func at(line: Int) -> Pointer {
    Pointer(target: target, fragment: fragment, line: line)
  }
}
