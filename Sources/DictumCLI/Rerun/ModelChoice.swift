import DictumModel
import DictumStore
import DictumTrace

/// Which models a command means.
struct ModelChoice {
  typealias Chosen = (path: String, card: ModelCard)

  let store: Store

  /// The models named, those that test a claim, or all; each once.
  ///
  /// A frozen or a retired model is only chosen by its name.
  func models(named names: [String], claim: String?, all: Bool) throws -> [Chosen] {
    let cards = try store.modelCards()
    var wanted: Set<String> = []
    for name in names { wanted.insert(try card(name, cards).path) }
    if let claim {
      guard let trace = try Tracer(store: store).trace(claim) else {
        throw Failure(try ShowCommand.unknown(claim, store))
      }
      let tested = Set(trace.tests.map(\.model))
      guard !tested.isEmpty else { throw Failure("\(claim): no model tests this claim") }
      for (path, card) in cards where tested.contains(card.id) {
        if card.status == .active || wanted.contains(path) {
          wanted.insert(path)
        } else {
          Terminal.talk("model:\(card.id) is \(card.status.rawValue) and runs only when named")
        }
      }
    }
    return cards.filter { wanted.contains($0.path) || all && $0.card.status == .active }
  }

  /// The card that a name means: `model:ID`, an id alone, or the path of the card or its folder.
  func card(_ name: String, _ cards: [Chosen]) throws -> Chosen {
    var id = name.hasPrefix("model:") ? String(name.dropFirst("model:".count)) : name
    if let hash = id.firstIndex(of: "#") { id = String(id[..<hash]) }
    if let card = cards.first(where: { $0.card.id == id }) { return card }
    while id.hasSuffix("/") { id.removeLast() }
    if let card = cards.first(where: { $0.path == id || $0.path == id + "/model.md" }) {
      return card
    }
    if case .source(let source)? = try store.resolve(.source(id)), source.kind == .model {
      let why = try store.check().findings.map(\.diagnostic).first {
        $0.place.path == source.path && $0.severity == .error
      }
      throw Failure(
        "\(source.path): the card cannot be used" + (why.map { ": \($0)" } ?? ""))
    }
    throw Failure(try ShowCommand.unknown("model:\(id)", store))
  }
}
