/// Labels of turns that a language model wrote: `Assistant`, `ChatGPT`, `GPT-4o`, `Claude 3 Opus`.
///
/// `Claude Shannon` is a person; a first name that people have too counts only with a version, or
/// where its partner is a user.
enum MachineLabel {
  private static let always: Set<String> = [
    "assistant", "chatgpt", "gpt", "gpt2", "gpt3", "gpt4", "bard", "copilot", "llama", "model",
    "llm", "ai", "bing", "bot", "chatbot", "deepseek", "grok", "mistral", "qwen",
  ]

  private static let names: Set<String> = [
    "claude", "cursor", "gemini", "perplexity", "response",
  ]

  private static let versions: Set<String> = [
    "opus", "sonnet", "haiku", "instant", "pro", "ultra", "flash", "turbo", "mini", "nano", "base",
    "o", "ai", "r", "v", "latest", "preview", "instruct", "chat",
  ]

  private static let users: Set<String> = [
    "user", "human", "me", "you", "prompt", "prompter", "instruction",
  ]

  /// Which of a document's labels are a machine's.
  static func machines(among labels: Set<String>) -> Set<String> {
    let likely = labels.filter(mayBeMachine)
    if likely.isEmpty { return [] }
    lazy var hasUser = labels.contains { users.contains($0.lowercased()) }
    return likely.filter { label in
      let words = label.lowercased().split { !$0.isLetter }.map(String.init)
      guard let first = words.first, words.dropFirst().allSatisfy(versions.contains) else {
        return false
      }
      if always.contains(first) { return true }
      let hasVersion = words.count > 1 || label.contains(where: \.isNumber)
      return names.contains(first) && (hasVersion || hasUser)
    }
  }

  /// The words that a machine's label may begin with.
  static let beginnings = WordList(firstWordsOf: Array(always.union(names)))

  /// Whether the first word of a label leaves it open that it is a machine's.
  static func mayBeMachine(_ label: String) -> Bool {
    beginnings.mayBegin(label)
  }
}
