/// Why a cluster could not be used, as one sentence that the user can act on.
package enum SlurmProblem: Hashable, Sendable {
  /// A program of Slurm is not on the user's PATH.
  case noProgram(String)
  /// The folder of the run is on a file system that other machines cannot see.
  case notShared(path: String, kind: String)
  /// sbatch refused.
  case refused(said: String)
  /// None of the first tasks left a result.
  case nothingCame(said: String)
  /// The scheduler cannot be reached; the jobs go on.
  case silent(run: String, said: String)
  /// The user stopped waiting; the jobs go on.
  case left(run: String, jobs: [String])
}

extension SlurmProblem: CustomStringConvertible {
  /// One sentence, without a full stop, control characters escaped.
  package var description: String {
    switch self {
    case .noProgram(let name):
      "\(name) is not on the PATH, so there is no Slurm to submit to: run this on a machine of the "
        + "cluster, or without `--on slurm`"
    case .notShared(let path, let kind):
      "\(shown(path)) is in \(kind), which the cluster's nodes cannot see: keep the library on a "
        + "file system that all of them share"
    case .refused(let said):
      "sbatch refused the job: \(shown(said)); see --partition, --account and --slurm-option"
    case .nothingCame(let said):
      "none of the first tasks left a result, so no more were submitted: \(shown(said))"
    case .silent(let run, let said):
      "Slurm does not answer (\(shown(said))); its jobs go on: collect their results with "
        + "`dictum rerun --resume \(shown(run))`"
    case .left(let run, let jobs):
      "stopped waiting for \(jobs.count == 1 ? "job" : "jobs") \(jobs.joined(separator: ", ")), "
        + "which \(jobs.count == 1 ? "goes" : "go") on: collect with "
        + "`dictum rerun --resume \(shown(run))`, or give up with `dictum rerun --cancel "
        + "\(shown(run))`"
    }
  }
}
