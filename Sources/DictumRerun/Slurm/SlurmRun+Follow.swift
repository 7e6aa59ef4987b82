import DictumModel

extension SlurmRun {
  /// Waits until no element is open.
  ///
  /// The folder of results is looked at often, the scheduler asked ever more rarely: it is needed only
  /// for what leaves no result.
  mutating func follow() async throws(RerunError) {
    let clock = ContinuousClock()
    let pace = backend.pace
    var look = pace.shortest
    var question = pace.shortest
    var nextQuestion = clock.now
    // When each element was first known to be over.
    var over: [Open: (since: ContinuousClock.Instant, element: SlurmElement?)] = [:]
    while !open.isEmpty {
      if collect() { look = pace.shortest }
      forgetDone()
      if clock.now >= nextQuestion, !open.isEmpty {
        for index in Set(open.map(\.submission)).sorted() {
          let elements = try await elements(of: index)
          tell(elements.values)
          for open in open where open.submission == index && over[open] == nil {
            let element = elements[open.element]
            if element?.isOver ?? true { over[open] = (clock.now, element) }
          }
        }
        question = min(question * 2, pace.longestQuestion)
        nextQuestion = clock.now + .seconds(question)
      }
      for (element, end) in over where clock.now - end.since >= .seconds(pace.grace) {
        close(element, end.element)
        over[element] = nil
      }
      if open.isEmpty { break }
      guard (try? await Task.sleep(for: .seconds(look))) != nil else { throw leave() }
      // While an end is known, its result is awaited with attention.
      look = over.isEmpty ? min(look * 1.5, pace.longestLook) : pace.shortest
    }
  }

  /// Forgets the open elements that have nothing more to give.
  private mutating func forgetDone() {
    open = open.filter {
      submissions[$0.submission].elements[$0.element].contains(where: wanted.contains)
    }
  }

  /// Reports what became of the tasks of an element that is over.
  ///
  /// Tasks run in order, so the first without a result is the one that was running.
  private mutating func close(_ element: Open, _ state: SlurmElement?) {
    let submission = submissions[element.submission]
    let tasks = submission.elements[element.element]
    open.removeAll { $0 == element }
    collect()
    let missing = tasks.filter(wanted.contains)
    guard let first = missing.first else { return }
    let name = "\(submission.job ?? "")_\(element.element)"
    let end = SlurmEnd(state, name: name, output: jobs.output(of: name))
    if end.outcome == .lost {
      lost = end.message
      for index in missing { finish(index, result(index, end)) }
      return
    }
    let stopped = result(first, end)
    // Kept like any result, so that resuming does not run into the same limit.
    try? folder.keep(stopped, index: first)
    finish(first, stopped)
    again += missing.dropFirst()
  }

  private func result(_ index: Int, _ end: SlurmEnd) -> TaskResult {
    TaskResult(task: batch.tasks[index], outcome: end.outcome, message: end.message)
  }

  /// What the scheduler says of a submission; those it does not list are over.
  ///
  /// It is asked again while it is silent, which a restart of its controller can take minutes for.
  func elements(of submission: Int) async throws(RerunError) -> [Int: SlurmElement] {
    let clock = ContinuousClock()
    let start = clock.now
    guard let job = submissions[submission].job else { return [:] }
    var pause = backend.pace.shortest
    while true {
      switch try await backend.client.elements(of: job, name: submissions[submission].name) {
      case .elements(let elements): return elements
      case .unknown: return [:]
      case .silence(let said):
        guard clock.now - start < .seconds(backend.pace.silence) else {
          throw .slurm(.silent(run: batch.runID, said: said))
        }
      }
      guard (try? await Task.sleep(for: .seconds(pause))) != nil else { throw leave() }
      pause = min(pause * 2, backend.pace.longestQuestion)
    }
  }

  /// Tells the user why elements wait, when it is not merely their turn; each reason once.
  private mutating func tell(_ elements: some Sequence<SlurmElement>) {
    let usual: Set<String> = ["None", "Priority", "Resources", "BeginTime", "(null)", ""]
    for element in elements where element.state == "PENDING" {
      guard !usual.contains(element.reason), told.insert(element.reason).inserted else { continue }
      backend.say("the cluster keeps tasks waiting: \(shown(element.reason))")
    }
  }
}
