// swift-tools-version:6.2
import PackageDescription

// Floors to measure Dictum against. It depends on nothing of Dictum: bench.py times executables.
let package = Package(
  name: "dictum-benchmarks",
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(name: "ingest-floor", dependencies: ["CCMark", "CSQLite"]),
  ],
  cLanguageStandard: .c11
)
