import DictumModel
import Foundation

extension SpeakerKey {
  /// The key as the index keeps it, in Unicode's normalization form C: SQLite compares bytes, and a
  /// file may spell `é` with one code point or with two.
  var stored: String { text.precomposedStringWithCanonicalMapping }
}
