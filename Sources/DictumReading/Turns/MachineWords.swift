import DictumModel

extension SourceReading {
  /// Says of the passages of `utterances`, indices, that a machine made them.
  ///
  ///     User: What is a proof?
  ///
  ///     Assistant: A proof is …
  mutating func markWords(ofMachines utterances: Set<Int>) {
    guard !utterances.isEmpty else { return }
    for index in passages.indices where passages[index].voice == .own {
      guard let utterance = passages[index].utterance, utterances.contains(utterance) else {
        continue
      }
      passages[index].voice = .machine
      passages[index].attribution = self.utterances[utterance].attribution
    }
  }
}
