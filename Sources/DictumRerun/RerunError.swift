/// Why a model could not be run, as one sentence that the user can act on.
package enum RerunError: Error, Hashable, Sendable {
  /// The card's command is empty, or its program's name is.
  case noCommand(model: String)
  /// A placeholder in the command names no parameter.
  case unknownPlaceholder(model: String, name: String, known: [String])
  /// A placeholder `{seed}` in a model without seeds.
  case noSeeds(model: String)
  /// Fewer than one replicate, or more than ten thousand.
  case badReplicates(model: String, count: Int)
  /// A sweep without points, or more tasks than can be shown.
  case badTaskCount(model: String, count: Int, maximum: Int)
  /// A version command of the card's environment did not end well.
  case badProbe(model: String, command: String, reason: String)
  /// A number of the card that is not finite, or a limit that is not positive.
  case badNumber(model: String, field: String)
  /// The metrics file is not a path inside the output folder.
  case badMetricsFile(model: String, path: String)
  /// A declared input cannot be used.
  case badInput(model: String, input: String, InputProblem)
  /// The user has not approved these bytes.
  case notApproved(model: String)
  /// An input is no longer what the plan, and so the approval, was made of.
  case inputChanged(model: String, input: String)
  /// A private folder or a file in it could not be made.
  case cannotPrepare(path: String, reason: String)
  /// The caller's task was cancelled; nothing is recorded, and of `total` tasks `done` are kept in
  /// the folder of the batch.
  case interrupted(model: String, run: String, done: Int, total: Int)
  /// There is no batch of this run, or what it would run is no longer what the card says.
  case cannotResume(run: String, reason: String)
  /// A cluster could not be used, or is left to its work.
  case slurm(SlurmProblem)
}

/// What is wrong with a declared input.
package enum InputProblem: String, Hashable, Sendable, CaseIterable {
  case empty
  case absolute
  case escapes
  case missing
  case folder
  case special
  case unreadable
}

extension InputProblem: CustomStringConvertible {
  /// What is wrong and what to do, the rest of a sentence that names the input.
  package var description: String {
    switch self {
    case .empty: "has no name or a control character in it: write a path below the card's folder"
    case .absolute: "is an absolute path: write it relative to the card's folder"
    case .escapes: "lies outside the card's folder: move or copy the file into it"
    case .missing: "does not exist: create it or take it off `inputs`"
    case .folder: "is a folder: list the files in it one by one"
    case .special: "is not a regular file: declare only regular files"
    case .unreadable: "cannot be read: check its permissions"
    }
  }
}

extension RerunError: CustomStringConvertible {
  /// One sentence, without a full stop, control characters escaped.
  package var description: String {
    switch self {
    case .noCommand(let model):
      "model \(shown(model)) has no command: write `command: [python3, model.py]` in its card"
    case .unknownPlaceholder(let model, let name, let known):
      "the command of model \(shown(model)) has the unknown placeholder {\(shown(name))}: known are "
        + known.map { "{\(shown($0))}" }.joined(separator: ", ")
    case .noSeeds(let model):
      "the command of model \(shown(model)) has {seed}, but its card has no seeds: declare `seeds`"
    case .badReplicates(let model, let count):
      "model \(shown(model)) asks for \(count) seeds: `seeds.replicates` must be from 1 to 10000"
    case .badTaskCount(let model, let count, let maximum):
      "model \(shown(model)) asks for \(count) tasks, points times seeds, and may ask for 1 to "
        + "\(maximum): shorten its sweep"
    case .badProbe(let model, let command, let reason):
      "`\(shown(command))`, which the environment of model \(shown(model)) asks, did not end well: "
        + shown(reason)
    case .badNumber(let model, let field):
      "model \(shown(model)) has no usable number for \(shown(field)): write a finite one "
        + "(a limit above 0)"
    case .badMetricsFile(let model, let path):
      "the metrics file \(shown(path)) of model \(shown(model)) is not a path inside the output "
        + "folder: write a relative path without `..`"
    case .badInput(let model, let input, let problem):
      "input \(shown(input)) of model \(shown(model)) \(problem)"
    case .notApproved(let model):
      "model \(shown(model)) is not approved in this state: read its files, then "
        + "`dictum rerun \(shown(model)) --approve` or `dictum trust \(shown(model))`"
    case .inputChanged(let model, let input):
      "input \(shown(input)) of model \(shown(model)) changed after the plan was made: plan it again"
    case .cannotPrepare(let path, let reason):
      "cannot write \(shown(path)): \(shown(reason))"
    case .interrupted(let model, _, 0, _):
      "model \(shown(model)) was interrupted; nothing is recorded"
    case .interrupted(let model, let run, let done, let total):
      "model \(shown(model)) was interrupted after \(done) of \(total) tasks, which are kept: "
        + "`dictum rerun --resume \(shown(run))` runs the others"
    case .cannotResume(let run, let reason):
      "\(shown(run)) cannot be resumed: \(shown(reason))"
    case .slurm(let problem):
      problem.description
    }
  }
}
