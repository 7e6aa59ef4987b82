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

  /// Looks what this machine has, by running `true` in it: the first of these kinds that works.
  ///
  /// The result is good for all runs of this process. Where none works, it refuses every run; of
  /// `.none`, which is never chosen for anybody, only `none(_:)` makes one.
  package static func detect(
    _ kinds: [RunRecord.Sandbox] = [.bubblewrap, .landlock]
  ) async -> Sandbox {
    var reasons: [String] = []
    for kind in kinds {
      do throws(Unavailable) {
        switch kind {
        case .bubblewrap:
          let found = try await Bubblewrap.detect().get()
          return Sandbox(mechanism: .bubblewrap(found), reason: nil)
        case .landlock:
          return Sandbox(mechanism: .builtIn(try await BuiltIn.detect().get()), reason: nil)
        case .none: continue
        }
      } catch {
        reasons.append(error.reason)
      }
    }
    let remedy = "`--no-sandbox` runs models that you trust as far as your own programs"
    return Sandbox(mechanism: .refused, reason: (reasons + [remedy]).joined(separator: "; "))
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
