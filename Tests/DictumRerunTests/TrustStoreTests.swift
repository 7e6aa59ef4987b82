import DictumModel
import Foundation
import Testing

@testable import DictumRerun

@Suite struct TrustStoreTests {
  private let card = ModelCard(
    id: "toy", title: "Toy", command: ["sh", "m.sh"], inputs: ["m.sh"], params: ["a": .double(1)])
  private let inputs = ["m.sh": "00"]

  @Test func fingerprintIsOfTheContent() {
    let store = TrustStore(directory: "/nowhere")
    // sha256sum of {"build":[],"command":["sh","m.sh"],"controls":{},"environment":[],"inputs":
    // {"m.sh":"00"},"limits":{"cpuSeconds":60,"memoryMiB":1024,"outputMiB":16,"processes":64,
    // "wallSeconds":60},"params":{"a":1},"policy":{"network":false,"read":[]},"sweep":[]}, as one line
    // without the blanks.
    #expect(
      store.fingerprint(of: card, inputs: inputs)
        == "4ed282a4a9f1c1c3373f56e1f9203470ad99de1e4b8cb49d61759706daec55a3")
  }

  @Test func everyPartThatRunsCounts() {
    let store = TrustStore(directory: "/nowhere")
    let first = store.fingerprint(of: card, inputs: inputs)
    let changes: [(inout ModelCard) -> Void] = [
      { $0.command.append("x") }, { $0.params["a"] = .double(.nan) },
      { $0.limits.memoryMiB += 1 }, { $0.build = ["cc"] }, { $0.policy.network = true },
      { $0.environment.versions = [["sh"]] },
      { $0.sweep = [.init(param: "a", values: [.int(2)])] },
      { $0.controls = [.init(id: "c", params: ["a": .int(2)], mustBreak: [])] },
    ]
    for change in changes {
      var other = card
      change(&other)
      #expect(store.fingerprint(of: other, inputs: inputs) != first)
    }
    #expect(store.fingerprint(of: card, inputs: ["m.sh": "01"]) != first)
    var (one, two) = (card, card)
    one.controls = [.init(id: "c", params: ["a": .int(2)], mustBreak: [])]
    two.controls = [.init(id: "c", params: ["a": .int(3)], mustBreak: [])]
    #expect(
      store.fingerprint(of: one, inputs: inputs) != store.fingerprint(of: two, inputs: inputs))
    #expect(store.fingerprint(of: card, inputs: ["n.sh": "00"]) != first)
    var retitled = card
    retitled.title = "Other"
    retitled.metrics.stdout["q"] = .init(after: "q")
    retitled.expectations = [.init(id: "e", metric: "q", op: .less, value: 1)]
    #expect(store.fingerprint(of: retitled, inputs: inputs) == first)
  }

  @Test func approvesRevokesAndLists() throws {
    let model = try TestModel()
    let store = model.trust
    let print = store.fingerprint(of: card, inputs: inputs)
    #expect(!store.isApproved(print))
    #expect(store.list().approvals.isEmpty)
    let approval = Approval(
      fingerprint: print, model: "toy", path: "a/model.md", date: "2026-03-14T00:00:00Z")
    try store.approve(approval)
    try store.approve(approval)
    #expect(store.isApproved(print))
    #expect(store.list().approvals == [approval])
    let file = model.state + "/" + print + ".json"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let folder = try FileManager.default.attributesOfItem(atPath: model.state)
    #expect(folder[.posixPermissions] as? Int == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: model.state).count == 1)
    try store.revoke(print)
    try store.revoke(print)
    #expect(!store.isApproved(print))
    #expect(TrustStore(directory: model.state, accepting: [print]).isApproved(print))
    #expect(store.list().approvals.isEmpty)
    for bad in [
      "../../x", "", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
      String(repeating: "a", count: 63), String(repeating: "a", count: 65),
    ] {
      #expect(!store.isApproved(bad))
      #expect(!TrustStore(directory: model.state, accepting: [bad]).isApproved(bad))
      #expect(throws: TrustError.self) {
        try store.approve(Approval(fingerprint: bad, model: "toy", path: "a", date: "d"))
      }
      #expect(throws: TrustError.self) { try store.revoke(bad) }
    }
  }

  @Test func damagedOrForgedFilesApproveNothing() throws {
    let model = try TestModel()
    let store = model.trust
    let print = store.fingerprint(of: card, inputs: inputs)
    let other = String(repeating: "a", count: 64)
    let file = model.state + "/" + print + ".json"
    let approval = Approval(fingerprint: print, model: "toy", path: "a", date: "d")
    func tamper(_ action: () throws -> Void) throws {
      try store.approve(approval)
      #expect(store.isApproved(print))
      try action()
      #expect(!store.isApproved(print))
      #expect(store.list().approvals.isEmpty)
      #expect(store.list().diagnostics.count == 1)
      try? FileManager.default.removeItem(atPath: file)
    }
    try tamper { try Data("{".utf8).write(to: URL(filePath: file)) }
    try tamper { try Data().write(to: URL(filePath: file)) }
    try tamper {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try Data(text.replacing(print, with: other).utf8).write(to: URL(filePath: file))
    }
    try tamper {
      try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    }
    try tamper {
      try FileManager.default.setAttributes([.posixPermissions: 0o620], ofItemAtPath: file)
    }
    // Only root can give a file away.
    if geteuid() == 0 { try tamper { #expect(chown(file, 12_345, 0) == 0) } }
    try tamper {
      try FileManager.default.moveItem(atPath: file, toPath: model.root + "/moved")
      try FileManager.default.createSymbolicLink(
        atPath: file, withDestinationPath: model.root + "/moved")
    }
    // An approval copied to another name does not approve that name.
    try store.approve(approval)
    try FileManager.default.copyItem(atPath: file, toPath: model.state + "/" + other + ".json")
    #expect(!store.isApproved(other))
    #expect(store.list().diagnostics.first?.message.hasPrefix("approval ignored: ") == true)
  }

  /// The folder may have been made by something else, for all to see.
  @Test func theFolderIsMadePrivate() throws {
    let model = try TestModel()
    try FileManager.default.createDirectory(
      atPath: model.state, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    let print = model.trust.fingerprint(of: card, inputs: inputs)
    try model.trust.approve(Approval(fingerprint: print, model: "toy", path: "a", date: "d"))
    let folder = try FileManager.default.attributesOfItem(atPath: model.state)
    #expect(folder[.posixPermissions] as? Int == 0o700)
  }

  @Test func theNewestOfTheSameModelIsShown() throws {
    let model = try TestModel()
    let store = model.trust
    var prints: [String] = []
    func approve(_ model: String, _ path: String, _ date: String) throws {
      var card = card
      card.params["a"] = .int(prints.count)
      let print = store.fingerprint(of: card, inputs: inputs)
      prints.append(print)
      try store.approve(
        Approval(fingerprint: print, model: model, path: path, date: date),
        of: ApprovedState(card, folder: "/nowhere", inputs: inputs))
    }
    try approve("toy", "a", "2026-03-02")
    try approve("toy", "b", "2026-03-03")
    try approve("toy", "a", "2026-03-01")
    try approve("other", "a", "2026-03-04")
    #expect(
      store.list().approvals.map(\.date) == [
        "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04",
      ])
    func newest(_ model: String, _ path: String) -> String? {
      store.newestState(of: model, path: path)?.approval.date
    }
    #expect(newest("toy", "a") == "2026-03-02")
    #expect(newest("toy", "b") == "2026-03-03")
    #expect(newest("toy", "c") == "2026-03-03")
    #expect(newest("none", "a") == nil)
    // A state that is not what its name says was approved by nobody.
    let states = prints.map { model.state + "/" + $0 + ".state" }
    try FileManager.default.removeItem(atPath: states[1])
    try FileManager.default.copyItem(atPath: states[0], toPath: states[1])
    #expect(store.state(of: prints[0]) != nil && store.state(of: prints[1]) == nil)
    #expect(newest("toy", "b") == "2026-03-02")
    for print in prints { try store.revoke(print) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: model.state).isEmpty)
  }
}
