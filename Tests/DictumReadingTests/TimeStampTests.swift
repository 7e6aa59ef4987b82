import DictumModel
import Testing

@testable import DictumReading

/// Points in time as recorders and chats write them.
@Suite struct TimeStampTests {
  private func stamp(_ text: String) -> TimeStamp? {
    let bytes = Array(text.utf8)
    var scanner = ByteScanner(bytes, ByteSpan(0, bytes.count))
    return TimeStamp(&scanner)
  }

  @Test(arguments: [
    ("0:12", "0:12", 12), ("00:01:02.345", "00:01:02", 62), ("9:15", "9:15", 555),
    ("9:15 AM", "9:15 AM", 555), ("9:15PM", "9:15 PM", 1275), ("12:30 am", "12:30 AM", 30),
    ("12:30 PM", "12:30 PM", 750), ("1:00:30 PM", "1:00:30 PM", 46_830),
    ("9:15 AMEN", "9:15", 555), ("12.03.24 09:15:02", "09:15:02", 33_302),
    ("2024-03-12T09:15", "09:15", 555),
  ])
  func times(_ text: String, _ time: String, _ clock: Int) {
    #expect(stamp(text)?.time == time)
    #expect(stamp(text)?.clock == clock)
  }

  @Test(arguments: [
    "12", "12/03/2024", "12/03.2024 09:15", "12/003/2024 09:15", "12/03/202 09:15",
    "123/03/2024 09:15", "0:12.", "x",
  ])
  func noTime(_ text: String) {
    #expect(stamp(text)?.date == nil && stamp(text) == nil)
  }

  @Test(
    arguments: [
      (["12/03/2024, 9:15", "13/03/2024, 9:15"], "2024-03-12T09:15"),
      (["03/12/24, 9:15 AM", "03/13/24, 9:15 AM"], "2024-03-12"),
      (["2024-03-12 09:15"], "2024-03-12T09:15"),
      // Only one order has them one after another.
      (["12/01/2024, 9:15", "01/02/2024, 9:15"], "2024-01-12T09:15"),
      // Both have, or neither: nobody can say.
      (["12/03/2024, 9:15", "12/04/2024, 9:15"], nil), (["12/03/2024, 9:15"], nil),
      (["9:15"], nil),
    ] as [([String], String?)])
  func dates(_ texts: [String], _ date: String?) {
    let stamps = texts.compactMap(stamp)
    #expect(stamps.count == texts.count)
    #expect(stamps.first.flatMap { DateOrder(stamps)?.date($0) } == date)
  }
}
