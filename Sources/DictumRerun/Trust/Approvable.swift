import DictumModel
import Foundation

/// Everything that decides what would run and what it could reach: what the user says yes to.
///
/// Titles, expectations, seeds and where the numbers are read are not in it: none of them lets a
/// model do anything.
struct Approvable: Codable, Hashable, Sendable {
  var build: [String]
  var command: [String]
  var controls: [String: [String: ParamValue]]
  var environment: [[String]]
  /// The SHA-256 of each input by path.
  var inputs: [String: String]
  var limits: ModelCard.Limits
  var params: [String: ParamValue]
  var policy: ModelCard.SandboxPolicy
  var sweep: [ModelCard.Axis]

  /// What would run of a card.
  init(_ card: ModelCard, inputs: [String: String]) {
    build = card.build
    command = card.command
    controls = Dictionary(
      card.controls.map { ($0.id, $0.params) }, uniquingKeysWith: { first, _ in first })
    environment = card.environment.versions
    self.inputs = inputs
    limits = card.limits
    params = card.params
    policy = card.policy
    sweep = card.sweep
  }

  /// The value as canonical JSON.
  var json: Data {
    // The strategy makes encoding total; a plan refuses such numbers before anything runs.
    let encoder = canonicalEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(self)) ?? Data()
  }
}
