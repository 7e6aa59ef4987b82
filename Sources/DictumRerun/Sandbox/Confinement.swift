import CConfine

/// What a process is started with: the whole of what the kernel is told of it.
struct Confinement: Sendable {
  enum Access: Int32, Sendable {
    case read = 1
    case write = 2
    case device = 3
  }

  struct Rule: Hashable, Sendable {
    var path: String
    var access: Access
  }

  struct Limit: Hashable, Sendable {
    var resource: UInt32
    var soft: UInt64
    var hard: UInt64

    init(_ resource: confine_resource, _ soft: UInt64, hard: UInt64? = nil) {
      self.resource = resource.rawValue
      self.soft = soft
      self.hard = hard ?? soft
    }
  }

  var program: String
  var arguments: [String]
  var environment: [String: String]
  /// Where it starts; `nil` for our own folder.
  var folder: String?
  /// Descriptors that it gets as 3, 4, ….
  var passed: [Int32] = []
  var limits: [Limit] = []
  /// The ABI of Landlock to use; 0 for none.
  var landlock: Int32 = 0
  var network = false
  var rules: [Rule] = []
  /// Bits of `confine_filter`.
  var filter: UInt32 = 0
  /// The same, for the command that bubblewrap is to start, rather than for bubblewrap.
  var handedFilter: UInt32 = 0
  /// Bits of `confine_namespaces`.
  var namespaces: UInt32 = 0
  /// The folder that stays writable, and the one that is made an empty one of `temporaryBytes`.
  var writable: String?
  var temporary: String?
  var temporaryBytes = 0
  /// Whether it gets a session of its own: where it could open our terminal.
  var session = false
  /// The user it becomes; -1 for ours.
  var user: Int64 = -1

  /// Starts the process under a keeper; an error number on failure.
  func start(output: Int32, error: Int32) -> Result<confine_process, StartError> {
    let words = CStrings(
      [program] + arguments + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        + rules.map(\.path) + [folder, writable, temporary].compactMap { $0 })
    var next = words.pointers.makeIterator()
    func take() -> UnsafePointer<CChar>? { next.next().map { UnsafePointer($0) } }
    let programWord = take()
    let argumentWords = arguments.map { _ in take() } + [nil]
    let environmentWords = environment.map { _ in take() } + [nil]
    let ruleWords = rules.map { confine_rule(path: take(), access: $0.access.rawValue) }
    let limitWords = limits.map {
      confine_limit(resource: confine_resource($0.resource), soft: $0.soft, hard: $0.hard)
    }
    var process = confine_process()
    var request = confine_request()
    request.program = programWord
    request.folder = folder == nil ? nil : take()
    request.writable = writable == nil ? nil : take()
    request.temporary = temporary == nil ? nil : take()
    request.temporary_bytes = UInt64(temporaryBytes)
    request.output = output
    request.error = error
    request.landlock = landlock
    request.network = network ? 1 : 0
    request.filter = Int32(filter)
    request.namespaces = Int32(namespaces)
    request.session = session ? 1 : 0
    request.user = user
    let number = argumentWords.withUnsafeBufferPointer { argumentList in
      environmentWords.withUnsafeBufferPointer { environmentList in
        ruleWords.withUnsafeBufferPointer { ruleList in
          limitWords.withUnsafeBufferPointer { limitList in
            passed.withUnsafeBufferPointer { passedList in
              request.arguments = argumentList.baseAddress
              request.environment = environmentList.baseAddress
              request.rules = ruleList.baseAddress
              request.rule_count = ruleList.count
              request.limits = limitList.baseAddress
              request.limit_count = limitList.count
              request.passed = passedList.baseAddress
              request.passed_count = passedList.count
              return withExtendedLifetime(words) { confine_start(&request, &process) }
            }
          }
        }
      }
    }
    return number == 0 ? .success(process) : .failure(StartError(number: number))
  }

  /// Why there is no keeper: an error number of the system.
  struct StartError: Error {
    var number: Int32
  }
}

/// Strings as C has them, for as long as this lives.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>]

  init(_ strings: [String]) {
    pointers = strings.map { string in
      let bytes = string.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      bytes.withUnsafeBufferPointer { source in
        copy.initialize(from: source.baseAddress ?? UnsafePointer(copy), count: bytes.count)
      }
      return copy
    }
  }

  deinit { for pointer in pointers { pointer.deallocate() } }
}
