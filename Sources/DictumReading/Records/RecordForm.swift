/// The forms of files that are records of conversations, told by their ending or their lines.
///
/// To add one: a file in this folder with a `record(_:)` that gives `nil` when the file is none of its
/// shape, and a line here; and in `LineHeads` the test that spares it the files that it cannot read.
enum RecordForm {
  /// The record in a file, or `nil` when it is to be read as Markdown or plain text.
  static func record(_ input: RecordInput) -> Record? {
    let path = input.path
    if TableRecord.isNamed(path) { return TableRecord.record(input) }
    if CaptionFile.isNamed(path) || CaptionFile.begins(input.bytes, from: input.start) {
      return CaptionReader.record(input)
    }
    if let record = ChatTemplate.record(input) { return record }
    let heads = LineHeads(input)
    if heads.mayBeMail, let record = MailThread.record(input) { return record }
    if heads.mayBeStamped, let record = StampedChat.record(input) { return record }
    if heads.mayBeLog, let record = ChatLog.record(input) { return record }
    if heads.mayBeMinutes, let record = PublishedMinutes.record(input) { return record }
    if heads.mayBeTalkPage, let record = TalkPage.record(input) { return record }
    if heads.mayBeCopied, let record = CopiedThread.record(input) { return record }
    if heads.mayBeHeaded || heads.mayBeStamped, let record = HeadedTurns.record(input) {
      return record
    }
    return heads.mayBeStamped ? TimeLines.record(input) : nil
  }
}
