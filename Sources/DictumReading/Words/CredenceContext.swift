extension CredenceFinder {
  /// What stands around a share and makes it a credence.
  struct Context {
    let tokens: [Token]
    let amount: Range<Int>

    /// The tokens of the word that makes it one; `nil` when none does.
    var head: Range<Int>? { headAfter ?? headBefore ?? headInBrackets }

    private func word(_ index: Int) -> WordKey {
      tokens.indices.contains(index) ? tokens[index].key : .none
    }

    private var isPercent: Bool { tokens[amount.upperBound - 1].isSymbol("%") }

    /// Whether the writer speaks of themselves in the sentence.
    private var isFirstPerson: Bool {
      tokens.contains { Context.firstPerson.contains($0.key) && !$0.isQuoted }
    }

    private static let firstPerson: WordList = [
      "i", "i'd", "i'm", "i've", "i'll", "my", "me", "imo",
    ]

    /// Whether the writer says, before the share, that they think so.
    private var isBelief: Bool {
      guard isFirstPerson, !isHypothetical else { return false }
      return (0..<amount.lowerBound).contains { index in
        if Context.opinions.contains(word(index)) { return true }
        guard Context.believing.contains(word(index)) else { return false }
        return (0..<index).suffix(3).contains { Context.firstPerson.contains(word($0)) }
      }
    }

    private static let opinions: WordList = ["my", "imo", "plausible", "seems"]

    private static let believing: WordList = [
      "think", "believe", "guess", "expect", "expected", "estimate", "assign", "assigned", "put",
      "give", "gave", "say", "feeling", "suspect", "figure", "predict", "predicted",
      "preregistered", "reckon", "thought",
    ]

    /// "80% that", "80% confident", "80% chance that", "80% likely".
    private var headAfter: Range<Int>? {
      guard isPercent else { return nil }
      let next = amount.upperBound
      var at = next
      if Context.fillers.contains(word(at)) { at += 1 }
      let head = at..<at + 1
      switch word(at) {
      case "that":
        // "the 80% that survived": a share with a relative clause.
        return isDefinite || !isFirstPerson || !beginsClause(at + 1) ? nil : head
      case "confident", "sure", "certain":
        let isBare = amount.lowerBound < 2 || tokens[amount.lowerBound - 1].isSymbol("(")
        return isSomebodyElse || isDenied || !(isFirstPerson || isBare) ? nil : head
      case "confidence", "credence", "certainty":
        if Context.norms.contains(word(at + 1)) { return nil }
        return isFirstPerson && !isDenied && word(at + 1) != "is" ? head : nil
      case "chance", "chances", "probability", "likelihood", "odds", "likely", "prior", "unlikely":
        return isBelief && word(at + 1) != "means" ? head : nil
      default: return nil
      }
    }

    /// "I'd put 30% on", "my credence is 60%", "p(doom) = 10%", "a probability of 0.3 that".
    private var headBefore: Range<Int>? {
      let first = amount.lowerBound
      if let name = namedProbability(endingAt: first) { return name }
      if isPercent, !isShare, let verb = bettingVerb(before: first) { return verb }
      var at = first - 1
      var steps = 0
      while at >= 0, steps < 4, Context.links.contains(word(at)) || isLinkMark(at) {
        at -= 1
        steps += 1
      }
      guard at >= 0,
        Context.probabilities.contains(word(at)), steps > 0
      else { return nil }
      let isMine = (0..<at).suffix(3).contains { Context.owners.contains(word($0)) }
      let next = word(amount.upperBound)
      guard !isShare, isMine || (isBelief && (next == "that" || next == "to")) else { return nil }
      return at..<at + 1
    }

    /// `p(doom)` or `P(doom)` and a sign or word of equality before the share.
    private func namedProbability(endingAt end: Int) -> Range<Int>? {
      var at = end - 1
      var steps = 0
      while at >= 0, steps < 3,
        Context.nameLinks.contains(word(at)) || isLinkMark(at)
      {
        at -= 1
        steps += 1
      }
      let hasSign = tokens[amount.lowerBound].isSymbol("=") || steps > 0
      guard at >= 2, hasSign, isPercent || isFirstPerson, tokens[at].isSymbol(")") else {
        return nil
      }
      for open in (max(0, at - 6)..<at).reversed() where tokens[open].isSymbol("(") {
        guard open > 0, word(open - 1) == "p", tokens[open - 1].end == tokens[open].start else {
          return nil
        }
        // A formula's conditional probability of letters is none: P(A|B) = 20%.
        let words = tokens[(open + 1)..<at]
        guard words.contains(where: { $0.kind == .word && $0.end - $0.start > 2 }) else {
          return nil
        }
        return open - 1..<at + 1
      }
      return nil
    }

    /// The token of "put", "give", "say", … of the writer's own shortly before the share.
    private func bettingVerb(before end: Int) -> Range<Int>? {
      var at = end - 1
      var steps = 0
      while at >= 0, steps < 5 {
        if Context.betting.contains(word(at)) {
          let isMine = (0..<at).suffix(3).contains { Context.bettors.contains(word($0)) }
          return isMine ? at..<at + 1 : nil
        }
        guard Context.betweens.contains(word(at)) else { return nil }
        at -= 1
        steps += 1
      }
      return nil
    }

    /// `(>50%)` alone in brackets, behind the name of a proposition.
    private var headInBrackets: Range<Int>? {
      let open = amount.lowerBound - 1
      guard isPercent, open > 0, tokens[open].isSymbol("("), amount.upperBound < tokens.count,
        tokens[amount.upperBound].isSymbol(")")
      else { return nil }
      let nouns = (0..<open).suffix(5).filter { Context.propositions.contains(word($0)) }
      return nouns.last.map { $0..<$0 + 1 }
    }

    /// Whether the share is of something: "80% of people", "50% increase".
    private var isShare: Bool {
      Context.shared.contains(word(amount.upperBound))
    }

    /// Whether "the" or "those" points the share out: the words after it describe it.
    private var isDefinite: Bool {
      Context.definite.contains(word(amount.lowerBound - 1))
    }

    /// Whether the words after "that" are a clause with a subject of its own.
    private func beginsClause(_ index: Int) -> Bool {
      !Context.finite.contains(word(index))
    }

    /// "the agent is 90% sure": the certainty of somebody else.
    private var isSomebodyElse: Bool {
      var at = amount.lowerBound - 1
      while at > 0, Context.hedges.contains(word(at)) { at -= 1 }
      let isPredicate = Context.copulas.contains(word(at))
      return isHypothetical || (isPredicate && word(at - 1) != "i")
    }

    /// "I'm not 100% sure" gives no number.
    private var isDenied: Bool {
      tokens[..<amount.lowerBound].suffix(3).contains {
        Context.denials.contains($0.key)
      }
    }

    private var isHypothetical: Bool {
      tokens[..<amount.lowerBound].contains {
        Context.suppositions.contains($0.key)
      }
    }

    private func isLinkMark(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), tokens[index].kind == .symbol else { return false }
      return [UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "~")].contains(
        tokens[index].symbol)
    }

    private static let fillers: WordList = ["or", "more", "or-so", "subjective", "personal"]

    private static let links: WordList = [
      "of", "is", "at", "in", "about", "around", "roughly", "approximately", "was", "only", "now",
      "maybe", "currently", "like", "as", "to", "be", "would", "around",
    ]

    private static let betting: WordList = [
      "put", "give", "assign", "say", "guess", "bet", "estimate", "assigned", "gave", "place",
    ]

    private static let betweens: WordList = [
      "it", "that", "this", "at", "about", "around", "roughly", "only", "maybe", "like", "a", "an",
      "some", "is", "there's", "there", "as", "even", "these", "least", "most", "perhaps",
      "probably", "something", "the", "them", "than", "over", "under", "myself",
    ]

    private static let propositions: WordList = [
      "story", "claim", "claims", "hypothesis", "view", "guess", "belief", "scenario", "prediction",
      "theory", "explanation", "conjecture", "doom", "thesis", "success", "interpretation",
    ]

    private static let norms: WordList = [
      "interval", "intervals", "level", "levels", "bound", "bounds", "region", "limit",
    ]

    private static let probabilities: WordList = [
      "credence", "probability", "p", "confidence", "prior", "posterior",
    ]

    private static let owners: WordList = ["my", "i"]

    private static let bettors: WordList = ["i", "i'd", "i'll"]

    private static let nameLinks: WordList = ["is", "of", "at", "about", "around"]

    private static let shared: WordList = [
      "of", "more", "less", "increase", "decrease", "faster", "slower", "better", "worse",
      "higher", "lower", "cheaper", "reduction", "discount", "per", "growth", "bigger", "larger",
      "smaller", "off", "there", "accuracy", "done", "effort", "different", "stake", "shared",
      "in",
    ]

    private static let definite: WordList = [
      "the", "those", "this", "of", "other", "remaining", "all",
    ]

    private static let finite: WordList = [
      "is", "are", "was", "were", "will", "can", "has", "have", "had", "do", "does", "did",
      "would", "don't", "doesn't", "could", "may", "might",
    ]

    private static let hedges: WordList = [
      "about", "around", "only", "like", "maybe", "also", "roughly",
    ]

    private static let copulas: WordList = [
      "is", "are", "was", "were", "be", "been", "being", "becomes", "you're", "we're", "we",
      "he's", "she's", "they're", "it's",
    ]

    private static let denials: WordList = [
      "not", "can't", "isn't", "never", "wasn't", "cannot", "aren't", "couldn't", "without",
    ]

    private static let suppositions: WordList = [
      "suppose", "imagine", "if", "say", "pretend", "consider",
    ]
  }
}
