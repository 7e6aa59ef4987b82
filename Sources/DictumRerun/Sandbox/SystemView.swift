import DictumModel
import Glibc

/// What every run may read of the system: programs and what they are configured with, nothing of a
/// user.
enum SystemView {
  /// Where programs and their libraries are; on a merged system all but the first are links to it.
  static let programs = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"]

  /// What programs of /usr need of /etc: where Debian puts a part of them.
  ///
  /// No names of users, hosts or networks.
  static let configuration = [
    "alternatives", "ld.so.cache", "fonts", "R", "octave", "perl", "python3", "texmf",
    "java-11-openjdk", "java-17-openjdk", "java-21-openjdk", "java-25-openjdk",
  ].map { "/etc/" + $0 }

  /// What a run with a network needs to find names and to trust certificates.
  static let network = [
    "resolv.conf", "hosts", "host.conf", "nsswitch.conf", "services", "gai.conf", "ssl",
    "ca-certificates",
  ].map { "/etc/" + $0 }

  /// What the kernel says of the machine, where a whole /proc and /sys would say more.
  static let machine = [
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/loadavg", "/proc/version",
    "/proc/filesystems", "/proc/sys/kernel/osrelease", "/proc/sys/vm/overcommit_memory",
    "/proc/self", "/sys/devices/system/cpu",
  ]

  /// Devices that hold nothing.
  static let devices = ["null", "zero", "full", "random", "urandom"].map { "/dev/" + $0 }

  /// Everything that a run of this command may read beside its own folders and `programs`.
  static func extra(program: String, policy: ModelCard.SandboxPolicy) -> [String] {
    configuration + (policy.network ? network : []) + policy.read
      + [Toolchain.folder(of: program)].compactMap { $0 }
  }
}

/// Where a program lives that is not in /usr.
enum Toolchain {
  /// The folder to show for a command's first word; `nil` when it is in `SystemView.programs`, in
  /// the run's own folder, or in a place that is not shown.
  ///
  /// The program's folder, or the one above it if it is named `bin`. Not shown are the user's home
  /// and what contains it, folders at the top such as /opt, and what belongs to the system's state:
  /// there the card names the folder (`sandbox.read`), and the user approves it.
  static func folder(of program: String) -> String? {
    let path = program.hasPrefix("/") ? program : systemProgram(program)
    guard let path, let real = realPath(path), let slash = real.lastIndex(of: "/") else {
      return nil
    }
    var folder = String(real[..<slash])
    if folder.hasSuffix("/bin") { folder = String(folder.dropLast(4)) }
    let parts = folder.split(separator: "/")
    let state: Set<Substring> = [
      "dev", "etc", "home", "media", "mnt", "proc", "root", "run", "sys", "tmp", "var",
    ]
    guard parts.count > 1, let top = parts.first, !state.contains(top),
      !SystemView.programs.contains("/" + top)
    else { return nil }
    if let home = userHome(), (home + "/").hasPrefix(folder + "/") || folder.hasPrefix(home + "/") {
      return nil
    }
    return folder
  }

  /// The home folder of who we are, as the system's list of users has it.
  private static func userHome() -> String? {
    guard let entry = getpwuid(geteuid()), let folder = entry.pointee.pw_dir else { return nil }
    return realPath(String(cString: folder))
  }
}
