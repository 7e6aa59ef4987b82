import Foundation

// Reading against libcmark alone; Benchmarks/README.md says what is measured and how to run it.
//
//     reading-throughput [--rounds N] [--only throughput|growth] [FOLDER]

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
if only != "growth" { Throughput(files: files, rounds: rounds).report() }
if only != "throughput" { Growth(files: files).report() }
