/// Takes out of a text what is another in every run: the library's path, times, durations, run ids.
package struct Mask {
  private let library: TemporaryLibrary

  /// A mask for what `dictum` says of one library.
  package init(_ library: TemporaryLibrary) { self.library = library }

  /// The text with `LIBRARY`, `BASE`, `TIME`, `SECONDS`, `RUN` and others in place of what changes.
  package func apply(_ text: String) -> String {
    text.replacing(library.root, with: "LIBRARY").replacing(library.base, with: "BASE")
      .replacing(/\bd-[0-9a-hjkmnp-tv-z]{8}\b/, with: "d-DECISION")
      .replacing(/-\d{8}T\d{6}Z-[0-9A-Za-z]+/, with: "-RUN")
      .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
      .replacing(/run (on|of) \d{4}-\d\d-\d\d/) { "run \($0.1) DAY" }
      .replacing(/"(os|arch|program [^"]*)" ?: ?"[^"]*"/) { "\"\($0.1)\" : \"MACHINE\"" }
      .replacing(/"seconds" ?: ?[0-9.eE+-]+/, with: "\"seconds\" : SECONDS")
      .replacing(/"cpuSeconds" ?: ?[0-9.eE+-]+/, with: "\"cpuSeconds\" : SECONDS")
      .replacing(/"peakBytes" ?: ?[0-9]+/, with: "\"peakBytes\" : BYTES")
      .replacing(/"sandboxLevel" ?: ?"[^"]*"/, with: "\"sandboxLevel\" : \"LEVEL\"")
      .replacing(/after [0-9.]+ s\b/, with: "after SECONDS s")
      .replacing(/[0-9.]+ s of processor time/, with: "SECONDS s of processor time")
      .replacing(/at most [0-9.]+ [KM]B of memory/, with: "at most SIZE of memory")
      .replacing(/[ ]{2,}[0-9.]+ s  /, with: "  SECONDS s  ")
      .replacing(/time="[0-9.]+"/, with: "time=\"SECONDS\"")
      .replacing(/timestamp="[^"]+"/, with: "timestamp=\"TIME\"")
      .replacing(/; [0-9.]+ m?s\b/, with: "; SECONDS")
      .replacing(/: [0-9.]+ [KM]B, schema/, with: ": SIZE, schema")
      .replacing(/SQLite [0-9.]+/, with: "SQLite VERSION")
      .replacing(/"sqliteVersion" : "[0-9.]+"/, with: "\"sqliteVersion\" : \"VERSION\"")
  }
}
