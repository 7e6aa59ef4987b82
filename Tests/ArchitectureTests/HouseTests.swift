import Testing

/// The rules of the house that a reader would otherwise have to watch over.
@Suite struct HouseTests {
  private let sources: [Project.File]
  private let tests: [Project.File]

  init() throws {
    sources = try Project.swiftFiles("Sources")
    tests = try Project.swiftFiles("Tests")
  }

  @Test func aLongFileSaysWhy() {
    for file in sources + tests where file.lines.count > 400 {
      #expect(file.lines.first?.hasPrefix("// Long because") == true, "\(file.path) is long")
    }
    let lengths = sources.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] < 150)
  }

  @Test func nothingIsLeftForLater() {
    let later = /\/\/+ *(TODO|FIXME|XXX|HACK)\b/
    for file in sources + tests {
      #expect(file.text.firstMatch(of: later) == nil, "\(file.path)")
    }
  }

  @Test func nothingIsForced() {
    let forced = /\btry!|\bas!|[\w)\]]!([^=]|$)/
    for file in sources {
      for line in file.code.split(separator: "\n") {
        // What stands between quotation marks, and after them, is text for people.
        let code = line.replacing(/"([^"\\]|\\.)*"/, with: "").split(separator: " //").first ?? ""
        #expect(code.firstMatch(of: forced) == nil, "\(file.path): \(line)")
      }
    }
  }

  @Test func noFileNamesAMachine() {
    let folders = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]
    for file in sources + tests {
      for folder in folders { #expect(!file.text.contains(folder), "\(file.path): \(folder)") }
    }
  }

  @Test func everyRoomSaysWhatItIs() throws {
    for room in WallTests.rooms.keys where room != "dictum" {
      let text = try Project.text("Sources/\(room)/\(room).swift")
      #expect(text.hasPrefix("// \(room)"), "\(room) does not say what it is")
    }
  }

  /// A function, a type or an initializer for other rooms has a sentence; a stored property may say
  /// by its name what it is.
  @Test func whatOtherRoomsUseIsDocumented() {
    let declaration =
      /^ *package (static |final |mutating |convenience )*(func|struct|class|enum|init|typealias)\b/
    for file in sources {
      var isDocumented = false
      for line in file.lines {
        if line.firstMatch(of: declaration) != nil, !line.contains("encode(to"),
          !line.contains("next()")
        {
          #expect(isDocumented, "\(file.path): no words on \(line)")
        }
        let text = line.drop { $0 == " " }
        isDocumented = text.hasPrefix("///") || (isDocumented && text.hasPrefix("@"))
      }
    }
  }

  @Test func everyCommandIsInTheDocs() throws {
    var commands: [String] = []
    for file in sources where file.path.contains("/Commands/") {
      commands += file.text.matches(of: /commandName: "([a-z]+)"/).map { String($0.1) }
    }
    #expect(commands.count >= 12)
    let pages = try ["README.md"] + Project.paths("docs", ending: ".md")
    let text = try pages.map(Project.text).joined()
    for command in commands {
      let isNamed = text.contains("dictum \(command)")
      #expect(isNamed, "neither README.md nor docs name `dictum \(command)`")
    }
  }
}
