package import DictumModel
import Glibc

/// What runs are shut in on this machine.
package struct Sandbox: Hashable, Sendable {
  /// How it shuts a run in.
  enum Mechanism: Hashable, Sendable {
    case bubblewrap(Bubblewrap)
    case builtIn(BuiltIn)
    /// Limits and a clean environment only.
    case none
    /// Nothing runs.
    case refused
  }

  let mechanism: Mechanism

  /// Why there is no sandbox, one sentence with what to do; `nil` when there is one.
  package let reason: String?

  /// Which sandbox it is.
  package var kind: RunRecord.Sandbox {
    switch mechanism {
    case .bubblewrap: .bubblewrap
    case .builtIn: .landlock
    case .none, .refused: .none
    }
  }

  /// Whether nothing may run: no sandbox was found, and none was not asked for.
  package var refuses: Bool { mechanism == .refused }

  /// What the sandbox comes to on this machine, for the record; `nil` for none.
  package var level: String? {
    switch mechanism {
    case .bubblewrap(let bubblewrap): bubblewrap.level
    case .builtIn(let builtIn): builtIn.level
    case .none, .refused: nil
    }
  }

  /// Limits and a clean environment only, for the reason given.
  package static func none(_ reason: String) -> Sandbox {
    Sandbox(mechanism: .none, reason: reason)
  }

  /// Looks what this machine has, by running `true` in it: bubblewrap, else our own, else nothing.
  ///
  /// The result is good for all runs of this process. Where there is nothing, it refuses every run.
  package static func detect() async -> Sandbox {
    let bubblewrap = await Bubblewrap.detect()
    if case .success(let found) = bubblewrap {
      return Sandbox(mechanism: .bubblewrap(found), reason: nil)
    }
    let builtIn = await BuiltIn.detect()
    if case .success(let found) = builtIn {
      return Sandbox(mechanism: .builtIn(found), reason: nil)
    }
    return Sandbox(
      mechanism: .refused,
      reason: [bubblewrap.refusal, builtIn.refusal].compactMap { $0 }.joined(separator: "; ")
        + "; `--no-sandbox` runs models that you trust as far as your own programs")
  }

  /// How a command sees the run's folders.
  func view(
    of cell: RunLayout.Cell
  ) -> (params: String, out: String, home: String, build: String?) {
    switch mechanism {
    case .bubblewrap: ("/params.json", "/out", "/tmp", cell.build.map { _ in "/build" })
    case .builtIn, .none, .refused: (cell.params, cell.out, cell.temporary, cell.build)
    }
  }
}

/// Why a sandbox cannot be had here, a clause with what to do.
struct Unavailable: Error {
  var reason: String
}

extension Result<Bubblewrap, Unavailable> {
  fileprivate var refusal: String? { if case .failure(let why) = self { why.reason } else { nil } }
}

extension Result<BuiltIn, Unavailable> {
  fileprivate var refusal: String? { if case .failure(let why) = self { why.reason } else { nil } }
}

/// The path of the program that a command's first word means in a run with this PATH; the word itself
/// if there is none.
func program(_ word: String, path: String?) -> String {
  guard !word.contains("/"), let path else { return word }
  return path.split(separator: ":").map { $0 + "/" + word }.first { access($0, X_OK) == 0 }
    ?? systemProgram(word) ?? word
}

/// The absolute path of one of the system's programs; the user's own PATH is not asked.
func systemProgram(_ name: String) -> String? {
  ["/usr/bin/", "/bin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
}
