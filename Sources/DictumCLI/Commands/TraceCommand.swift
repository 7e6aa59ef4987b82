import ArgumentParser
import DictumModel
import DictumReport
import DictumSearch
import DictumStore
import DictumTrace

/// `dictum trace`: what does this claim rest on.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Follow a claim: who put it forward, on what, what ran.",
    discussion: """
      Takes the address of a declared claim, or a few of its words. Shows each time it was put \
      forward, with speaker, turn, date and words; what it is taken from; the claims it bears on and \
      that bear on it; and the models that test it with their newest verdict.

      Examples:
        dictum trace 'posts/critical-redundancy.md#^c-linear-above'
        dictum trace linear time above the threshold
        dictum trace --json 'posts/critical-redundancy#^c-linear-above'
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Argument(parsing: .remaining, help: "An address, or words of the claim.")
  var claim: [String]

  func run() throws {
    let (_, store) = try library.openStore()
    let tracer = Tracer(store: store)
    let written = claim.joined(separator: " ")
    guard let trace = try tracer.trace(written) ?? byWords(written, tracer, store) else {
      throw ExitStatus.nothing
    }
    try output.print(trace, schema: "trace/1", elements: [trace], elementSchema: "trace/1") {
      TraceText.text(trace, style: $0)
    }
    try ForeignRuns.tell(trace.tests.compactMap { $0.run?.id }, store: store)
  }

  /// The trace of the claim that the words find best; what else they find is said beside it.
  private func byWords(_ written: String, _ tracer: Tracer, _ store: Store) throws -> ClaimTrace? {
    if case .source = Address(written), try store.resolve(Address(written)) == nil {
      let match = CompiledQuery(Query(parsing: written)).steps
      for step in match {
        let found = try tracer.claims(matching: step.match, limit: 6)
        guard let best = found.first else { continue }
        for other in found.dropFirst() { Terminal.talk("also: \(other.address)  \(other.text)") }
        return try tracer.trace(best.address)
      }
      Terminal.talk("no declared claim has these words; `dictum search` looks at all passages")
      return nil
    }
    guard try store.resolve(Address(written)) != nil else {
      throw Failure(try ShowCommand.unknown(written, store))
    }
    Terminal.talk("\(written) declares no claim; `dictum claims` lists those declared")
    return nil
  }
}
