import ArgumentParser
import DictumRerun
import Foundation

/// `dictum __tasks`: what an element of a job array runs on its node; not for users.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__tasks", abstract: "Run tasks of a batch, as part of a job.",
    shouldDisplay: false)

  @Argument(help: "The folder of the batch.")
  var folder: String

  @Argument(help: "The submission's number.")
  var submission: Int

  @Argument(help: "The SHA-256 of the batch that was submitted.")
  var seal: String

  @Argument(help: "The element's number.")
  var element: Int

  func run() throws {
    guard
      let worker = TaskWorker(folder: folder, submission: submission, seal: seal, element: element)
    else {
      throw Failure(
        "\(folder): there is no element \(element) of submission \(submission), or it was changed")
    }
    let temporary = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    try Asynchronous.interruptible { () async throws(RerunError) in
      try await worker.run(temporary: temporary)
    }
  }
}
