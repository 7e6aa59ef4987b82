import Testing

/// The walls between the rooms: what a target may import, print, run or ask.
@Suite struct WallTests {
  /// What each room may import, of the project and of others.
  static let rooms: [String: Set<String>] = [
    "DictumModel": [],
    "DictumMarkdown": ["CCMark", "DictumModel"],
    "DictumHTML": ["CLibXML2", "DictumModel"],
    "DictumJudging": ["DictumModel"],
    "DictumReading": ["DictumHTML", "DictumMarkdown", "DictumModel", "Yams"],
    "DictumStore": ["DictumJudging", "DictumModel", "GRDB", "GRDBSQLite"],
    "DictumReport": ["DictumModel"],
    "DictumLedger": ["DictumModel"],
    "DictumIngest": ["DictumReading", "DictumStore", "DictumLedger", "DictumModel", "Crypto"],
    "DictumSearch": ["DictumStore", "DictumModel"],
    "DictumTrace": ["DictumStore", "DictumModel"],
    "DictumRerun": ["CConfine", "DictumJudging", "DictumModel", "Crypto"],
    "DictumCLI": [
      "DictumIngest", "DictumSearch", "DictumTrace", "DictumRerun", "DictumReport", "DictumStore",
      "DictumLedger", "DictumJudging", "DictumModel", "ArgumentParser",
    ],
    "dictum": ["DictumCLI"],
  ]

  /// What comes with Swift; the model does without, so that it stays what things are.
  static let system: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

  private let sources: [Project.File]

  init() throws { sources = try Project.swiftFiles("Sources") }

  @Test func everyRoomImportsOnlyWhatItMay() {
    for file in sources {
      guard let allowed = Self.rooms[file.target] else {
        Issue.record("\(file.path): no such room")
        continue
      }
      let system = file.target == "DictumModel" ? [] : Self.system
      let others = Set(file.imports).subtracting(allowed).subtracting(system)
      #expect(others.isEmpty, "\(file.path) imports \(others)")
    }
    #expect(sources.flatMap(\.imports).count > 200)
  }

  @Test func theManifestDeclaresWhatIsImported() throws {
    let targets = try Manifest().targets
    #expect(targets.count > 20)
    for target in targets {
      let imported = try Set(Project.swiftFiles(target.folder).flatMap(\.imports))
        .subtracting(Self.system).subtracting(["Testing"])
      if imported.isEmpty { continue }
      let missing = imported.subtracting(target.dependencies).subtracting(["DictumTestSupport"])
      #expect(missing.isEmpty, "\(target.folder) imports \(missing) without declaring it")
      // GRDB's own headers need the module of SQLite; the end-to-end tests run the executable.
      let unused = target.dependencies.subtracting(imported).subtracting(["GRDBSQLite", "dictum"])
      #expect(unused.isEmpty, "\(target.folder) declares \(unused) without importing it")
    }
  }

  @Test func onlyTheStoreSpeaksSQL() {
    let sql = /\b(SELECT [^"\n]* FROM|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA)[ ]/
    for file in sources where file.target != "DictumStore" {
      #expect(file.code.firstMatch(of: sql) == nil, "\(file.path) has SQL")
    }
    #expect(sources.contains { $0.target == "DictumStore" && $0.code.firstMatch(of: sql) != nil })
  }

  @Test func onlyRerunStartsProcesses() {
    let starts =
      /\b(Process\(\)|posix_spawn|fork\(|execv|execl|popen\(|system\(|Subprocess\.|confine_start)/
    for file in sources where file.target != "DictumRerun" {
      #expect(file.code.firstMatch(of: starts) == nil, "\(file.path) starts a process")
    }
    #expect(sources.contains { $0.code.firstMatch(of: starts) != nil })
  }

  @Test func onlyTheCommandLinePrintsAndAsksTheEnvironment() {
    let prints = /(^|[ ({])(print|debugPrint|dump|fputs|puts|printf)\(|FileHandle\.standard/
    let asks = /\bgetenv\(|processInfo\.environment/
    for file in sources where file.target != "DictumCLI" {
      for line in file.code.split(separator: "\n") where !line.contains("func ") {
        #expect(line.firstMatch(of: prints) == nil, "\(file.path) prints: \(line)")
      }
      #expect(file.code.firstMatch(of: asks) == nil, "\(file.path) reads the environment")
    }
  }
}
