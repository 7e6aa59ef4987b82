/// What Package.swift says of the targets, read from its text.
struct Manifest {
  struct Target {
    var folder: String
    var dependencies: Set<String>
  }

  private(set) var targets: [Target] = []

  /// The names that stand for products of other packages.
  private static let products = [
    "argumentParser": "ArgumentParser", "crypto": "Crypto", "grdb": "GRDB",
    "grdbSQLite": "GRDBSQLite", "subprocess": "Subprocess", "yams": "Yams",
  ]

  init() throws {
    let text = try Project.text("Package.swift")
    for match in text.matches(of: /(room|tests)\(\s*"(\w+)",\s*\[([^\]]*)\]/) {
      add((match.1 == "room" ? "Sources/" : "Tests/") + match.2, match.3)
    }
    for match in text.matches(of: /name: "(\w+)",\s*dependencies: \[([^\]]*)\]/) {
      add((match.1.hasPrefix("DictumTest") ? "Tests/" : "Sources/") + match.1, match.2)
    }
  }

  private mutating func add(_ folder: String, _ list: Substring) {
    let names = list.split { ", \n".contains($0) }.map { item -> String in
      let name = String(item)
      return Self.products[name] ?? name.replacing("\"", with: "")
    }
    targets.append(Target(folder: folder, dependencies: Set(names)))
  }
}
