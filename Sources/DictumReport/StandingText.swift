import DictumModel

/// What runs say of a claim, in words: of each model by itself, with the day it ran.
enum StandingText {
  /// `stands in model:steps as run on 2026-03-01; never run: model:other`.
  static func text(
    _ standing: Standing, _ models: [ModelStanding], style: Style
  ) -> String {
    guard !models.isEmpty else { return text(standing, style: style) }
    return models.map { text($0, style: style) }.joined(separator: "; ")
  }

  /// What one model says.
  private static func text(_ model: ModelStanding, style: Style) -> String {
    let name = "model:\(style.safe(model.model))"
    let day = model.ranAt.map { " of \(style.safe(String($0.prefix(10))))" } ?? ""
    let asRun = model.ranAt.map { " as run on \(style.safe(String($0.prefix(10))))" } ?? ""
    let words =
      switch model.standing {
      case .holds: "stands in \(name)\(asRun)"
      case .contradicted: "contradicted in \(name)\(asRun)"
      case .diverged: "in doubt: the run\(day) of \(name) did not repeat an earlier one"
      case .inconclusive: "inconclusive in \(name)\(asRun)"
      case .blocked: "not judged: the run\(day) of \(name) says nothing of it"
      case .stale: "stale: \(name) has changed since its run\(day)"
      case .neverRun: "never run: \(name)"
      case .unchecked: "not checked by \(name)"
      case .untested: "no model tests it"
      }
    let bounds = model.toothless.map { "#\(style.safe($0))" }.joined(separator: ", ")
    return style.paint(words, role(model.standing))
      + (bounds.isEmpty ? "" : style.paint(" (toothless: \(bounds))", .doubtful))
  }

  /// A standing without its models.
  private static func text(_ standing: Standing, style: Style) -> String {
    style.paint(
      standing == .untested ? "no model tests it" : standing.rawValue, role(standing))
  }

  /// What one bound came to in the newest run, with the numbers and what is to be said against them.
  static func text(_ test: TestView, style: Style) -> String {
    let asRun = test.run.map { " as run on \(style.safe(String($0.startedAt.prefix(10))))" } ?? ""
    let words =
      switch test.standing {
      case .holds: "holds\(asRun)"
      case .contradicted: "contradicted\(asRun)"
      case .diverged: "in doubt\(asRun), which did not repeat an earlier run"
      case .inconclusive: "inconclusive\(asRun)"
      case .blocked: "not judged\(asRun), which says nothing of the claim"
      case .stale: "stale\(asRun)"
      case .neverRun: "never run"
      case .unchecked:
        test.bound == nil ? "no bound of it is named" : "not checked: the model is retired"
      case .untested: "not tested"
      }
    return style.paint(words, role(test.standing)) + style.safe(detail(test))
  }

  private static func detail(_ test: TestView) -> String {
    var text = ""
    let isOpen = test.standing == .inconclusive || test.standing == .blocked
    if isOpen, let reason = test.judgement?.reason {
      text += ": \(reason)"
    } else if let estimate = test.judgement?.estimate {
      text += ": \(NumberFormat.short(estimate))"
      if let interval = test.judgement?.interval, interval.count == 2 {
        text += " [\(NumberFormat.short(interval[0])), \(NumberFormat.short(interval[1]))]"
        if let confidence = test.judgement?.confidence {
          text += " at \(NumberFormat.short((confidence * 1e4).rounded() / 100)) %"
        }
      }
    }
    if let rejudged = test.rejudged { text += " (judged again: \(rejudged))" }
    if !test.toothless.isEmpty {
      let controls = test.toothless.joined(separator: ", ")
      text += " (toothless: control \(controls) does not break it)"
    }
    if !test.staleReasons.isEmpty { text += " (\(test.staleReasons.joined(separator: ", ")))" }
    if let run = test.run, run.outcome != .ok { text += " (\(run.outcome.rawValue))" }
    return text
  }

  private static func role(_ standing: Standing) -> Style.Role {
    switch standing {
    case .holds: .good
    case .contradicted, .diverged: .bad
    case .inconclusive, .blocked, .stale, .neverRun: .doubtful
    case .unchecked, .untested: .quiet
    }
  }
}
