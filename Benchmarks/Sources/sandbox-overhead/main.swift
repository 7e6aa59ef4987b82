import DictumModel
import Foundation
import Glibc

@testable import DictumRerun

// What a sandbox costs: the same command spawned plainly and launched in each sandbox, in turn.
//
//     sandbox-overhead [--runs 200] [COMMAND [ARGUMENT…]]      by default: true

var words = Array(CommandLine.arguments.dropFirst())
var runs = 200
if words.first == "--runs", words.count > 1, let number = Int(words[1]), number > 0 {
  runs = number
  words.removeFirst(2)
}
let program = words.first ?? "true"
let command = [systemProgram(program) ?? program] + words.dropFirst()

/// Spawns and waits; milliseconds.
func plainSpawn() -> Double {
  var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
  defer { for word in arguments + environment { free(word) } }
  let clock = ContinuousClock()
  let start = clock.now
  var process: pid_t = 0
  if posix_spawnp(&process, command[0], nil, nil, &arguments, &environment) == 0 {
    waitpid(process, nil, 0)
  }
  return start.duration(to: clock.now) / .milliseconds(1)
}

/// Launches with the folders that a run has; milliseconds, those of making the folders left out.
func launch(_ sandbox: Sandbox, cell: RunLayout.Cell) async -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  let ending = await Launcher(sandbox: sandbox).launch(
    .init(
      command: command, environment: ["PATH": "/usr/bin:/bin"], cell: cell, limits: .init()))
  let took = start.duration(to: clock.now) / .milliseconds(1)
  if ending.status != .exited(0) { print("\(sandbox.kind): \(ending.status)") }
  return took
}

/// One line: the fastest, the first decile and the median, and each over that of a plain spawn.
func row(_ name: String, _ values: [Double], over plain: [Double]) {
  let ranks = [0, values.count / 10, values.count / 2]
  let (own, base) = (values.sorted(), plain.sorted())
  let cells = ranks.map { String(format: "%8.2f %+7.2f", own[$0], own[$0] - base[$0]) }
  print(([name.padding(toLength: 58, withPad: " ", startingAt: 0)] + cells).joined(separator: " "))
}

var sandboxes: [(name: String, sandbox: Sandbox)] = [("limits only", Sandbox.none("measured"))]
if case .success(let found) = await Bubblewrap.detect() {
  sandboxes.append(
    ("bubblewrap: \(found.level)", Sandbox(mechanism: .bubblewrap(found), reason: nil)))
}
if case .success(let found) = await BuiltIn.detect() {
  let bare = BuiltIn(
    landlock: found.landlock, hasNamespaces: false, changesUser: found.changesUser)
  for builtIn in found.hasNamespaces ? [bare, found] : [bare] {
    sandboxes.append((builtIn.level, Sandbox(mechanism: .builtIn(builtIn), reason: nil)))
  }
}

let root = FileManager.default.temporaryDirectory.path() + "/dictum-bench-\(UUID().uuidString)"
let cell = RunLayout.Cell(root: root + "/cell")
for folder in [root] + cell.folders { try RunFolder.make(folder) }
try Data("{}".utf8).write(to: URL(filePath: cell.params))
defer { RunFolder.remove(root) }

var plain: [Double] = []
var shut = sandboxes.map { _ in [Double]() }
for round in 0..<(runs + 5) {
  let base = plainSpawn()
  // The first rounds fill caches.
  if round >= 5 { plain.append(base) }
  for (index, each) in sandboxes.enumerated() {
    let took = await launch(each.sandbox, cell: cell)
    if round >= 5 { shut[index].append(took) }
  }
}
print(
  "\(command.joined(separator: " ")), \(runs) runs in turn, ms, and over a plain spawn: "
    + "the fastest, the first decile, the median")
row("plain spawn", plain, over: plain)
for (index, each) in sandboxes.enumerated() { row(each.name, shut[index], over: plain) }
