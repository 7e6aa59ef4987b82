/// Takes out of a text what is another in every run: the library's path, times, durations, run ids.
package struct Mask {
  private let library: TemporaryLibrary

  /// A mask for what `dictum` says of one library.
  package init(_ library: TemporaryLibrary) { self.library = library }

  /// The text with `LIBRARY`, `BASE`, `TIME`, `SECONDS`, `RUN` and others in place of what changes.
  package func apply(_ text: String) -> String {
    var text = text
    text.replace(library.root, with: "LIBRARY")
    text.replace(library.base, with: "BASE")
    text.replace(/\bd-[0-9a-hjkmnp-tv-z]{8}\b/, with: "d-DECISION")
    text.replace(/-\d{8}T\d{6}Z-[0-9A-Za-z]+/, with: "-RUN")
    text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
    text.replace(/run (on|of) \d{4}-\d\d-\d\d/) { "run \($0.1) DAY" }
    text.replace(/"(os|arch|program [^"]*)" ?: ?"[^"]*"/) { "\"\($0.1)\" : \"MACHINE\"" }
    text.replace(/"key" ?: ?"[0-9a-f]{64}"/, with: "\"key\" : \"KEY\"")
    text.replace(/"seconds" ?: ?[0-9.eE+-]+/, with: "\"seconds\" : SECONDS")
    text.replace(/"cpuSeconds" ?: ?[0-9.eE+-]+/, with: "\"cpuSeconds\" : SECONDS")
    text.replace(/"peakBytes" ?: ?[0-9]+/, with: "\"peakBytes\" : BYTES")
    text.replace(/"sandboxLevel" ?: ?"[^"]*"/, with: "\"sandboxLevel\" : \"LEVEL\"")
    text.replace(/in bubblewrap \([^)]*\)/, with: "in bubblewrap (LEVEL)")
    text.replace(/after [0-9.]+ s\b/, with: "after SECONDS s")
    text.replace(/[0-9.]+ s of processor time/, with: "SECONDS s of processor time")
    text.replace(/at most [0-9.]+ [KM]B of memory/, with: "at most SIZE of memory")
    text.replace(/[ ]{2,}[0-9.]+ s[ ]{2}/, with: "  SECONDS s  ")
    text.replace(/time="[0-9.]+"/, with: "time=\"SECONDS\"")
    text.replace(/timestamp="[^"]+"/, with: "timestamp=\"TIME\"")
    text.replace(/; [0-9.]+ m?s\b/, with: "; SECONDS")
    text.replace(/: [0-9.]+ [KM]B, schema/, with: ": SIZE, schema")
    text.replace(/SQLite [0-9.]+/, with: "SQLite VERSION")
    text.replace(/"sqliteVersion" : "[0-9.]+"/, with: "\"sqliteVersion\" : \"VERSION\"")
    return text
  }
}
