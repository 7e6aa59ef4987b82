import DictumModel

/// What a record says of one contribution: whose it is, when, and what it answers.
struct TurnRecord: Hashable {
  /// Who speaks.
  var attribution: Attribution

  /// The name or what stands for one, as written.
  var label: String?

  /// When it was written; as `SourceReading.date`.
  var date: String?

  /// When in the recording or in the day, as written.
  var time: String?

  /// Its id in the record.
  var identifier: String?

  /// The id of the contribution that it answers.
  var parent: String?

  /// How many contributions it lies below; 0 for one that answers the post.
  var depth: Int?

  /// Whether its author took it back.
  var isRetracted = false

  /// Whether the leaf where it begins is the first of its words, and no head of the record's own.
  var holdsWords = false

  /// Whether nobody's words follow: the place where a contribution ends before another begins.
  var isEnd = false

  /// A contribution by `name`; by nobody known where a record has `[deleted]` or nothing.
  init(_ name: String?, method: Attribution.Method = .record, confidence: Double = 1) {
    let isName = name.map { !$0.isEmpty && !$0.hasPrefix("[") } ?? false
    attribution =
      isName ? Attribution(name: name, method: method, confidence: confidence) : .unknown
    label = name
  }

  /// The end of a contribution.
  static var end: TurnRecord {
    var record = TurnRecord(nil)
    record.isEnd = true
    return record
  }
}
