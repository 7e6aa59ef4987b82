import Foundation

/// One job array of a run: which element runs which tasks.
struct Submission: Hashable, Sendable, Codable {
  /// The job's name, which no other job of the user has.
  var name: String

  /// The number that Slurm gave it; `nil` until sbatch has said it.
  var job: String?

  /// The look whose tasks the indices count; a further look counts its tasks anew.
  var look: Int

  /// For each element, by number, the tasks it runs, in order.
  var elements: [[Int]]
}

/// What a run left with Slurm, in the folder of its batch.
///
///     FOLDER/jobs.json          the submissions, in order
///     FOLDER/slurm/job.sh       what every element runs
///     FOLDER/slurm/17_3.out     what element 3 of job 17 wrote
struct SubmissionFolder: Hashable, Sendable {
  /// The script of every element: the arguments of the job and the element's number.
  static let script = """
    #!/bin/sh
    exec "$@" "$SLURM_ARRAY_TASK_ID"

    """

  /// The path of the batch's folder.
  let path: String

  /// The path of the script.
  var job: String { path + "/slurm/job.sh" }

  /// The pattern of the elements' outputs, as sbatch wants it.
  var outputPattern: String {
    path.replacing("\\", with: "\\\\").replacing("%", with: "%%") + "/slurm/%A_%a.out"
  }

  /// The end of what an element wrote.
  func output(of element: String) -> [UInt8] {
    // An output of more than this is not Dictum's.
    readRegularFile(path + "/slurm/\(element).out", limit: 1 << 20) ?? []
  }

  /// The submissions so far; none when there is no such file.
  func read() -> [Submission] {
    FileManager.default.contents(atPath: path + "/jobs.json").flatMap {
      try? JSONDecoder().decode([Submission].self, from: $0)
    } ?? []
  }

  /// Keeps the submissions, and the script beside them.
  func write(_ submissions: [Submission]) throws(RerunError) {
    let folder = path + "/slurm"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(Self.script.utf8).write(to: URL(filePath: job))
      try canonicalEncoder().encode(submissions)
        .write(to: URL(filePath: path + "/jobs.json"), options: .atomic)
    } catch {
      throw .cannotPrepare(path: path + "/jobs.json", reason: error.localizedDescription)
    }
  }
}
