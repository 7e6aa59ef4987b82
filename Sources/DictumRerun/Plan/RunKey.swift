import Crypto
import DictumModel
import Foundation

/// Everything that can change a task's numbers, and its hash: two tasks of equal keys repeat one
/// another.
///
///     {"argv":["python3","m.py"],"build":[],"environment":{"arch":"x86_64",…},"inputs":{"m.py":"9f…"},
///      "metrics":{…},"outputs":[],"params":{"alpha":0.25},"policy":{"network":false,"read":[]},
///      "schema":"dictum-key/1","seed":3669970565}
///
/// Not in it: the limits, which end a task or leave its numbers alone; what is expected of them; the
/// kind of sandbox, since all kinds show the same files.
struct RunKey: Encodable {
  let schema = "dictum-key/1"
  let argv: [String]
  let build: [String]
  let params: [String: ParamValue]
  let seed: UInt64?
  let inputs: [String: String]
  let environment: [String: String]
  let policy: ModelCard.SandboxPolicy
  let metrics: ModelCard.Metrics
  let outputs: [String]

  /// The key of one task of a card.
  init(_ task: RunTask, card: ModelCard, subject: RunRecord.Subject) {
    argv = card.command
    build = card.build
    params = card.params(of: task)
    seed = task.seed
    inputs = subject.inputs
    environment = subject.environment
    policy = card.policy
    metrics = card.metrics
    outputs = card.outputs
  }

  /// SHA-256 of the value as canonical JSON, 64 lowercase hexadecimal digits; `nil` when a number is
  /// none that JSON can say.
  var hash: String? {
    (try? canonicalEncoder().encode(self)).map { hexadecimal(SHA256.hash(data: $0)) }
  }
}
