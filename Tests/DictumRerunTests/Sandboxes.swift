import DictumModel

@testable import DictumRerun

/// The sandboxes to test in, those that this machine has.
enum Sandboxes: String, CaseIterable, Sendable {
  case bubblewrap
  case builtIn
  /// As in a container that gives no namespaces.
  case withoutNamespaces
  /// The same on a kernel whose Landlock knows neither truncation nor signals: Debian 12's.
  case oldKernel

  static let none = Sandbox.none("test without a sandbox")

  /// None, and each of the sandboxes that are tried first.
  static func all() async -> [Sandbox] {
    [none] + [await bubblewrap.find(), await builtIn.find()].compactMap { $0 }
  }

  static func bubblewrap() async -> Sandbox? { await bubblewrap.find() }

  /// The sandbox; `nil`, saying so, where it cannot be had.
  func find() async -> Sandbox? {
    switch self {
    case .bubblewrap:
      switch await Bubblewrap.detect() {
      case .success(let found): return Sandbox(mechanism: .bubblewrap(found), reason: nil)
      case .failure(let why): return skip(why.reason)
      }
    case .builtIn, .withoutNamespaces, .oldKernel:
      switch await BuiltIn.detect() {
      case .success(let found):
        let hasNamespaces = self == .builtIn
        if hasNamespaces && !found.hasNamespaces { return skip("no namespaces here") }
        let abi = self == .oldKernel ? min(2, found.landlock) : found.landlock
        return Sandbox(
          mechanism: .builtIn(
            BuiltIn(
              landlock: abi, hasNamespaces: hasNamespaces, changesUser: found.changesUser)),
          reason: nil)
      case .failure(let why): return skip(why.reason)
      }
    }
  }

  private func skip(_ reason: String) -> Sandbox? {
    print("tests in \(rawValue) skipped: \(reason)")
    return nil
  }
}
