import Foundation

// Reading against libcmark alone; Benchmarks/README.md says what is measured and how to run it.
//
//     reading-throughput [--rounds N] [--only throughput|growth|tree|reading] [FOLDER]

var rounds = 7
var only: String?
var folder: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--rounds": rounds = arguments.popFirst().flatMap { Int($0) } ?? rounds
  case "--only": only = arguments.popFirst()
  default: folder = argument
  }
}

let files = MarkdownFiles(folder: folder)
switch only {
case "growth": Growth(files: files).report()
case "throughput": Throughput(files: files, rounds: rounds).report()
// For a profiler.
case "tree": Throughput(files: files, rounds: rounds, works: [.tree]).report()
case "reading": Throughput(files: files, rounds: rounds, works: [.reading]).report()
default:
  Throughput(files: files, rounds: rounds).report()
  Growth(files: files).report()
}
