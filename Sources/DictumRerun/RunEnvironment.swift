import DictumModel
import Glibc

/// The environment of a run: nothing of the user's, all of it the same on every machine.
///
/// docs/models.md says what each variable is; a test compares the two.
struct RunEnvironment {
  /// 1980-01-01 in UTC, the first day that zip files can say.
  private static let sourceDateEpoch = "315532800"

  /// The kernel takes no variable of 128 KiB or more; what is longer is in the file alone.
  private static let longestValue = 65_536

  let model: String
  let runID: String
  let seed: UInt64?
  /// Paths as the command sees them.
  let params: String
  let out: String
  let home: String
  /// The task's index in its batch, from 0.
  var taskID = 0
  /// How many seeds the card asks for; 0 for a model that draws nothing at random.
  var seedsTotal = 0
  /// The parameters of this very task, those of its point and its control among them.
  var values: [String: ParamValue] = [:]
  /// The folders of programs, before the system's, that the card lets the run see.
  var programs: [String] = []

  /// The variables by name.
  ///
  /// `DICTUM_SEED` and `DICTUM_SEEDS_TOTAL` are there only for a model with seeds; a parameter has a
  /// variable if it is one value and its name can be a variable's.
  var variables: [String: String] {
    var result = [
      "DICTUM_MODEL": model, "DICTUM_RUN_ID": runID, "DICTUM_TASK_ID": String(taskID),
      "DICTUM_PARAMS": params, "DICTUM_OUT": out, "DICTUM_PROTOCOL": "1",
      "PATH": (programs + ["/usr/bin", "/bin"]).joined(separator: ":"),
      "HOME": home, "TMPDIR": home, "TZ": "UTC",
      "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
      "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
      "SOURCE_DATE_EPOCH": Self.sourceDateEpoch, "NO_COLOR": "1",
    ]
    if let seed {
      result["DICTUM_SEED"] = String(seed)
      result["DICTUM_SEEDS_TOTAL"] = String(seedsTotal)
    }
    for (name, value) in values {
      if let text = Self.text(of: value), Self.isVariable(name) {
        result["DICTUM_PARAM_" + name] = text
      }
    }
    return result
  }

  /// The `bin` folders of what the card lets the run read: a program that lies there is meant before
  /// one of the system's.
  static func programs(of policy: ModelCard.SandboxPolicy) -> [String] {
    policy.read.flatMap { path in
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      return [folder + "/bin"] + (folder.hasSuffix("/bin") ? [folder] : [])
    }.filter { isFolder($0) && !$0.contains(":") }
  }

  /// A single value as a variable holds it; `nil` for a list, a map, nothing, and what is too long.
  private static func text(of value: ParamValue) -> String? {
    switch value {
    case .null, .list, .map: return nil
    case .bool, .int, .double, .string:
      let text = value.description
      return text.utf8.count <= longestValue && !text.utf8.contains(0) ? text : nil
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isVariable(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        NumberScanner.isLetter($0) || NumberScanner.isDigit($0) || $0 == 0x5F
      }
  }
}
