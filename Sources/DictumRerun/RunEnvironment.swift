import DictumModel

/// The environment of a run: nothing of the user's, all of it the same on every machine.
struct RunEnvironment {
  /// 1980-01-01 in UTC, the first day that zip files can say.
  private static let sourceDateEpoch = "315532800"

  let model: String
  let runID: String
  let seed: UInt64?
  /// Paths as the command sees them.
  let params: String
  let out: String
  let home: String

  /// The variables by name; `DICTUM_SEED` is there only for a model with seeds.
  var variables: [String: String] {
    var result = [
      "DICTUM_MODEL": model, "DICTUM_RUN_ID": runID, "DICTUM_PARAMS": params, "DICTUM_OUT": out,
      "DICTUM_PROTOCOL": "1", "PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "TZ": "UTC",
      "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
      "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
      "SOURCE_DATE_EPOCH": Self.sourceDateEpoch, "NO_COLOR": "1",
    ]
    result["DICTUM_SEED"] = seed.map { String($0) }
    return result
  }
}
