/// The private folder of one plan's run: what lies where, on the host.
struct RunLayout: Hashable, Sendable {
  /// The folder that is made for the run and removed after it.
  let root: String

  /// The parameters as JSON.
  var params: String { root + "/params.json" }

  /// The folder of one seed, by index from 0.
  func seed(_ index: Int) -> Cell { Cell(root: root + "/seed-\(index)", params: params) }

  /// What one seed's run gets.
  struct Cell: Hashable, Sendable {
    let root: String
    let params: String

    /// The copies of the declared inputs.
    var model: String { root + "/model" }
    /// The empty folder the run may write in.
    var out: String { root + "/out" }
    /// A private stand-in for /tmp, for a run without a sandbox.
    var temporary: String { root + "/tmp" }

    /// The folders to make, outermost first.
    var folders: [String] { [root, model, out, temporary] }
  }
}
