import ArgumentParser
import DictumLedger
import DictumModel
import DictumRerun
import DictumStore
import Foundation
import Glibc

/// The way in and the one way out: parses, runs, and turns every error into text and exit status.
package enum CommandLineMain {
  /// Runs the command line of this process and exits.
  package static func run() -> Never {
    Terminal.fillStreams()
    do {
      var command = try DictumCommand.parseAsRoot()
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let failure as Failure {
      Terminal.error(failure.description)
      exit(ExitStatus.failed.rawValue)
    } catch let error where isOurs(error) {
      Terminal.error("\(error)")
      exit(ExitStatus.failed.rawValue)
    } catch  where DictumCommand.exitCode(for: error) == .validationFailure {
      Terminal.talk(withoutWildGuess(DictumCommand.fullMessage(for: error)))
      exit(DictumCommand.exitCode(for: error).rawValue)
    } catch {
      DictumCommand.exit(withError: error)
    }
  }

  /// The message of the argument parser without its guess at the option meant, if that is another word:
  /// `--jobs` for `--yes`.
  private static func withoutWildGuess(_ message: String) -> String {
    guard let start = message.range(of: " Did you mean '"),
      let end = message.range(of: "'?", range: start.upperBound..<message.endIndex),
      let typed = message[..<start.lowerBound].split(separator: "'").dropLast().last
    else { return message }
    let guess = message[start.upperBound..<end.lowerBound]
    let edits = Spelling.distance(Array(typed.utf8), Array(guess.utf8))
    guard edits > max(1, (typed.utf8.count - 2) / 3) else { return message }
    return message.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
  }

  /// Errors whose description is a sentence for the user.
  private static func isOurs(_ error: any Error) -> Bool {
    error is StoreError || error is RerunError || error is TrustError || error is LedgerError
  }
}

/// How `dictum` ends.
package enum ExitStatus: Int32, Error {
  /// What was asked for was done.
  case done = 0
  /// Nothing was found, or a claim is contradicted.
  case nothing = 1
  /// Something could not be read or done. Wrong usage is 64, as sysexits.h has it.
  case failed = 2
}

/// Why a command could not do its work: one sentence that names the thing and what to do.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
