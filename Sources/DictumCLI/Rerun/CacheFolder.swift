import DictumRerun

/// The user's cache folder, by the XDG Base Directory Specification: what is there can be made again.
enum CacheFolder {
  static var builds: BuildCache {
    let cache =
      Terminal.environment("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (Terminal.environment("HOME") ?? "/tmp") + "/.cache"
    return BuildCache(directory: cache + "/dictum/builds")
  }
}
