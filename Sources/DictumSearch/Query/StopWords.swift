/// The words too common to rank by, given how the query begins.
///
/// Short on purpose: a word is here when it says nothing of what a passage is about. `not` and
/// `no` are here because an order by score cannot use them; quotes keep them.
struct StopWords {
  private let includesAsking: Bool

  /// The stop words of a query of these words: a question has some more, so that "what did Kwa say
  /// about deconfusion" looks for two words while "said" alone looks for itself.
  init(for phrases: [Phrase]) {
    includesAsking = phrases.first.map { Self.openings.contains($0.text.lowercased()) } ?? false
  }

  /// Whether the phrase is nothing but a stop word; the beginning of a word never is.
  func contains(_ phrase: Phrase) -> Bool {
    guard !phrase.isPrefix else { return false }
    let text = phrase.text.lowercased()
    return Self.common.contains(text) || (includesAsking && Self.asking.contains(text))
  }

  /// Common in every English text; a contraction as the tokenizer sees it, in two words.
  private static let common = words(
    """
    a an the this that these those there here it its he him his she her hers they them their
    we us our you your i me my is are was were be been being am do does did done has have had
    will would shall should can could may might must and or nor but if then than so as of at by
    for from in into on onto to with without about not no also just very too such some any
    who whom whose what which when where why how
    """
  ).union([
    "don t", "doesn t", "didn t", "isn t", "aren t", "wasn t", "weren t", "won t", "wouldn t",
    "can t", "couldn t", "shouldn t", "haven t", "hasn t", "hadn t", "i m", "you re", "we re",
    "they re", "i ve", "you ve", "we ve", "they ve", "i d", "i ll", "you ll", "we ll", "they ll",
  ])

  /// What one asks with in a question, and may look for elsewhere.
  private static let asking = words(
    """
    say says said saying tell tells told think thinks thought mention mentions mentioned
    talk talks talked argue argues argued claim claims claimed believe believes believed
    mean means meant anyone someone anybody somebody people
    """)

  /// What a question begins with.
  private static let openings = words(
    """
    who whom whose what which when where why how is are was were do does did has have had
    can could should would will
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
