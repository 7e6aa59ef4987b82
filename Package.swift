// swift-tools-version:6.2
import PackageDescription

// The map. Five floors; a target imports only from the floors below its own.
// docs/ARCHITECTURE.md says where each thing is, and Tests/ArchitectureTests holds the walls.

/// The language settings of every target: what a file imports is what it names.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// With `DICTUM_STRICT` set, as in CI, a warning fails the build.
let strict: [SwiftSetting] =
  Context.environment["DICTUM_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// With `DICTUM_FUZZ` set, as scripts/fuzz does, the rooms tell libFuzzer which ways through them
/// were taken, and stop at a wrong access to memory.
let isFuzzing = Context.environment["DICTUM_FUZZ"] != nil
let sanitizers = ["-sanitize=fuzzer,address"]
let coverage: [SwiftSetting] = isFuzzing ? [.unsafeFlags(sanitizers)] : []

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + strict + coverage)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: ["DictumTestSupport"] + dependencies, exclude: exclude,
    swiftSettings: settings + strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// With `DICTUM_BENCH` set, what times reading and sandboxes by themselves: they need to see the rooms
/// from within.
let benchmarks: [Target] =
  Context.environment["DICTUM_BENCH"] == nil
  ? []
  : [
    .executableTarget(
      name: "reading-throughput", dependencies: ["CCMark", "DictumMarkdown", "DictumReading"],
      path: "Benchmarks/Sources/reading-throughput", swiftSettings: settings + strict),
    .executableTarget(
      name: "sandbox-overhead", dependencies: ["DictumModel", "DictumRerun"],
      path: "Benchmarks/Sources/sandbox-overhead", swiftSettings: settings + strict),
  ]

/// What fuzzes the readers and the query language; see CONTRIBUTING.md.
let fuzzing: [Target] =
  !isFuzzing
  ? []
  : [
    .systemLibrary(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
    .executableTarget(
      name: "dictum-fuzz",
      dependencies: ["CFuzzer", "DictumModel", "DictumReading", "DictumSearch"],
      path: "Fuzzing/dictum-fuzz", swiftSettings: settings + strict,
      linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]),
  ]

let package = Package(
  name: "dictum",
  products: [
    .executable(name: "dictum", targets: ["dictum"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // 1 ground: what things are, and the C parsers.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CConfine"),
    room("DictumModel", []),

    // 2 text and numbers: the bytes of Markdown and of web pages to trees with true spans; what the
    // numbers of a run say of a bound.
    room("DictumMarkdown", ["CCMark", "DictumModel"]),
    room("DictumHTML", ["CLibXML2", "DictumModel"]),
    room("DictumJudging", ["DictumModel"]),

    // 3 things: a file's meaning, the database, the printed page.
    room("DictumReading", ["DictumHTML", "DictumMarkdown", "DictumModel", yams]),
    room("DictumStore", ["DictumJudging", "DictumModel", grdb, grdbSQLite]),
    room("DictumReport", ["DictumModel"]),
    room("DictumLedger", ["DictumModel"]),

    // 4 verbs: what a user asks for. They do not know one another.
    room("DictumIngest", ["DictumReading", "DictumStore", "DictumLedger", "DictumModel", crypto]),
    room("DictumSearch", ["DictumStore", "DictumModel"]),
    room("DictumTrace", ["DictumStore", "DictumModel"]),
    room("DictumRerun", ["CConfine", "DictumJudging", "DictumModel", crypto]),

    // 5 doors: the command line.
    room(
      "DictumCLI",
      [
        "DictumIngest", "DictumSearch", "DictumTrace", "DictumRerun", "DictumReport",
        "DictumStore", "DictumLedger", "DictumJudging", "DictumModel", argumentParser,
      ]),
    .executableTarget(
      name: "dictum", dependencies: ["DictumCLI"], swiftSettings: settings + strict),

    // Tests, one target a room, and three that look at the whole.
    .target(
      name: "DictumTestSupport",
      dependencies: ["DictumModel", "DictumStore", "DictumIngest", grdb, subprocess],
      path: "Tests/DictumTestSupport", swiftSettings: settings + strict),
    tests("DictumModelTests", ["DictumModel"]),
    tests("DictumMarkdownTests", ["DictumMarkdown", "DictumModel"]),
    tests("DictumHTMLTests", ["DictumHTML", "DictumModel"]),
    tests("DictumJudgingTests", ["DictumJudging", "DictumModel"]),
    tests("DictumReadingTests", ["DictumReading", "DictumModel"]),
    tests("DictumStoreTests", ["DictumStore", "DictumModel", grdb]),
    tests("DictumIngestTests", ["DictumIngest", "DictumStore", "DictumModel"]),
    tests("DictumSearchTests", ["DictumSearch", "DictumModel", grdb]),
    tests("DictumTraceTests", ["DictumTrace", "DictumStore", "DictumModel"]),
    tests("DictumLedgerTests", ["DictumLedger", "DictumModel"]),
    tests("DictumRerunTests", ["DictumRerun", "DictumModel"]),
    tests("DictumReportTests", ["DictumReport", "DictumModel"]),
    tests("DictumEndToEndTests", ["dictum", "DictumStore", "DictumModel"], exclude: ["Golden"]),
    tests("ArchitectureTests", []),
  ] + benchmarks + fuzzing,
  swiftLanguageModes: [.v6]
)
