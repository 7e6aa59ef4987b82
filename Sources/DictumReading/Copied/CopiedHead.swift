import DictumModel

/// What a page puts above, or before, the words of one person: who and when.
struct CopiedHead {
  /// The lines it lies on, places in `CopiedPage.filled`.
  var lines: Range<Int>

  /// Who writes; `nil` for one whom the page no longer names.
  var name: CopiedName?

  var stamp: CopiedStamp?

  /// The time in a recording, where the stamp is of another form.
  var time: String?

  /// The words behind it on its line; bytes of the file.
  var words: ByteSpan?

  /// How many answers deep it lies, where the page says so.
  var depth: Int?

  /// Whether it has a mark that pages of this kind put there and prose does not.
  var isSure = true

  /// Whether its form is that of comments, be there a time of day or not.
  var isComment = false

  /// Whether no other reader of records reads its form.
  var isOwn = true
}
