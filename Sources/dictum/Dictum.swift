import DictumCLI

/// The executable: everything it does is in DictumCLI, where tests can reach it.
@main
enum Dictum {
  static func main() { CommandLineMain.run() }
}
