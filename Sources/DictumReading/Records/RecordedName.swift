import DictumModel

/// The names that recorders write.
enum RecordedName {
  /// Who a recorder's label says speaks; a label for a voice names nobody.
  static func attribution(
    _ label: String?, _ registry: SpeakerRegistry
  ) -> (Attribution, String?) {
    guard let label else { return (.unknown, nil) }
    if let name = registry.name(for: label) {
      return (Attribution(name: name, method: .registry, confidence: 1), label)
    }
    if RecordedVoice.isLabel(label)
      || ["speaker", "unknown speaker", "unknown"].contains(label.lowercased())
      || isExporter(label)
    {
      return (.unknown, label)
    }
    return (Attribution(name: withoutParenthesis(label), method: .label, confidence: 0.95), label)
  }

  /// Whether a label is what an export calls the one who made it.
  static func isExporter(_ label: String) -> Bool { ["me", "you"].contains(label.lowercased()) }

  /// A name without what stands in brackets behind it: `Ada Okafor (she/her)`, `Ada Okafor (Chair
  /// (acting))`.
  static func withoutParenthesis(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.firstRange(of: " (") else { return name }
    let bare = name[..<open.lowerBound].trimmingSpaces
    return bare.isEmpty ? name : bare
  }
}
