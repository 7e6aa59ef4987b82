/// What lies where, on the host, for one start of a command.
struct RunLayout {
  /// The private folder of one task, made for it and removed after it.
  struct Cell: Hashable, Sendable {
    /// The folder itself; the folder it lies in is private as well.
    let root: String

    /// The inputs as the command gets them, its current folder: shared by all tasks of a batch where
    /// a sandbox keeps them from being written, else a copy in `root`.
    let model: String

    /// What the card's build command made; `nil` for a script.
    let build: String?

    /// A cell whose inputs lie in `inputs`; a copy of its own where there are none.
    init(root: String, inputs: String? = nil, build: String? = nil) {
      self.root = root
      self.model = inputs ?? root + "/model"
      self.build = build
    }

    /// The parameters as JSON.
    var params: String { root + "/params.json" }
    /// The empty folder the run may write in.
    var out: String { root + "/out" }
    /// A private stand-in for /tmp, where bubblewrap does not make one.
    var temporary: String { root + "/tmp" }

    /// The folders to make, outermost first.
    var folders: [String] {
      [root, out, temporary] + (model.hasPrefix(root + "/") ? [model] : [])
    }
  }
}
