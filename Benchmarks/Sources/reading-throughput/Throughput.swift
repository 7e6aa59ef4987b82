/// How many megabytes a second each kind of work takes in, over all files, file by file.
struct Throughput {
  let files: MarkdownFiles
  let rounds: Int
  var works = Work.allCases

  /// Prints a Markdown table; the kinds of work alternate, so that a busy machine slows all.
  func report() {
    guard !files.contents.isEmpty else { return print("skipped: no Markdown files were found") }
    var times: [Work: [Double]] = [:]
    for round in 0...rounds {
      for work in works {
        let time = files.contents.reduce(0) { $0 + work.seconds($1) }
        // The first round warms up.
        if round > 0 { times[work, default: []].append(time) }
      }
    }
    let megabytes = Double(files.byteCount) / 1e6
    let floor = times[.cmark].map(median) ?? .nan
    print(
      "\(files.contents.count) Markdown files, \(megabytes.text(1)) MB; medians of \(rounds)"
        + " rounds, processor time of one thread\n")
    print("| work | s | MB/s | of libcmark's |\n| --- | ---: | ---: | ---: |")
    for work in works {
      let time = times[work].map(median) ?? 0
      print(
        "| \(work.rawValue) | \(time.text(3)) | \((megabytes / time).text(1)) |"
          + " \((floor / time).text(2)) |")
    }
  }

  private func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}
