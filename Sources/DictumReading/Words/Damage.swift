import DictumModel

/// What an export or a conversion probably lost, by kind.
enum Damage: Int, CaseIterable {
  case hole, fraction, runTogether, entity, mojibake, replacement, truncated, image, emptyLink

  /// What is wrong, in words.
  func message(_ found: String) -> String {
    switch self {
    case .hole: "words seem to be missing, perhaps a formula: \(found)"
    case .fraction: "a fraction seems to have lost its line: \(found)"
    case .runTogether: "sentences run together, perhaps items of a list: \(found)"
    case .entity: "an HTML entity was not decoded: \(found)"
    case .mojibake: "letters were decoded with the wrong encoding: \(found)"
    case .replacement: "a letter was lost to the replacement character: \(found)"
    case .truncated: "the text seems to be cut off: \(found)"
    case .image: "an image is missing: \(found)"
    case .emptyLink: "a link has no words: \(found)"
    }
  }

  /// What can be done.
  var remedy: String {
    switch self {
    case .entity, .mojibake, .replacement: "export the page again as UTF-8"
    case .truncated: "export the whole page"
    default: "compare with the original page"
    }
  }
}
