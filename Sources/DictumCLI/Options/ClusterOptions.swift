import ArgumentParser
import DictumRerun
import Foundation

/// On which machines tasks are run.
struct ClusterOptions: ParsableArguments {
  /// Where tasks are run.
  enum Place: String, ExpressibleByArgument, CaseIterable {
    case local, slurm
  }

  @Option(help: "Where tasks are run: on this machine, or as job arrays of a Slurm cluster.")
  var on = Place.local

  @Option(help: ArgumentHelp("The cluster's partition.", valueName: "name"))
  var partition: String?

  @Option(help: ArgumentHelp("The account that the cluster charges.", valueName: "name"))
  var account: String?

  @Option(
    help: ArgumentHelp(
      "How many tasks one element of a job array runs; by default about half a minute of them.",
      valueName: "n"))
  var chunk: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A further option for sbatch, such as --qos=long; repeat for several.", valueName: "option"))
  var slurmOption: [String] = []

  func validate() throws {
    if let chunk, chunk < 1 { throw ValidationError("--chunk must be at least 1") }
    let isForSlurm = partition != nil || account != nil || chunk != nil || !slurmOption.isEmpty
    if isForSlurm && on != .slurm {
      throw ValidationError("--partition, --account, --chunk and --slurm-option need --on slurm")
    }
  }

  /// The cluster, whether or not tasks are to be run there.
  var slurm: SlurmBackend {
    SlurmBackend(
      options: SlurmOptions(
        partition: partition, account: account, further: slurmOption, chunk: chunk),
      worker: [Self.program, TasksCommand.configuration.commandName ?? ""],
      environment: ProcessInfo.processInfo.environment, say: { Terminal.talk($0) })
  }

  /// The path of this program, which every node must find there.
  private static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}
