/// How one claim bears on another.
///
/// After Argdown and the Argument Interchange Format.
package enum RelationKind: String, Sendable, Codable, CaseIterable {
  case supports
  case opposes
  /// Attacks the inference, not the conclusion.
  case undercuts
  /// Says the same more exactly.
  case refines
  /// Says the same in other words.
  case rephrases
  case derivedFrom = "derived-from"
  case informs
  case answers

  /// The words for the relation seen from its other end.
  package var inverse: String {
    switch self {
    case .supports: "supported by"
    case .opposes: "opposed by"
    case .undercuts: "undercut by"
    case .refines: "refined by"
    case .rephrases: "rephrased by"
    case .derivedFrom: "basis of"
    case .informs: "informed by"
    case .answers: "answered by"
    }
  }
}
