import DictumModel
import Yams

/// `limits` and `sandbox`: what a run may use and see.
extension ModelCardReader {
  mutating func limits(_ node: Node?) -> ModelCard.Limits {
    var limits = ModelCard.Limits()
    guard let node else { return limits }
    guard let mapping = node.mapping else {
      error(
        node,
        "limits is not of the form "
          + "{wall_s: 60, cpu_s: 60, mem_mb: 512, out_mb: 16, processes: 64}")
      return limits
    }
    check(mapping, .limits)
    let most = 1_000_000
    if let value = positive(mapping["wall_s"], "limits.wall_s") { limits.wallSeconds = value }
    if let value = positive(mapping["cpu_s"], "limits.cpu_s") { limits.cpuSeconds = value }
    if let value = whole(mapping["mem_mb"], "limits.mem_mb", 1...most) { limits.memoryMiB = value }
    if let value = whole(mapping["out_mb"], "limits.out_mb", 1...most) { limits.outputMiB = value }
    if let value = whole(mapping["processes"], "limits.processes", 1...most) {
      limits.processes = value
    }
    return limits
  }

  mutating func policy(_ node: Node?) -> ModelCard.SandboxPolicy {
    guard let node else { return ModelCard.SandboxPolicy() }
    guard let mapping = node.mapping else {
      error(node, "sandbox is not of the form {network: false, read: [/opt/tools]}")
      return ModelCard.SandboxPolicy()
    }
    check(mapping, .sandbox)
    var read: [String] = []
    for (path, node) in list(mapping["read"], "sandbox.read") {
      let parts = path.split(separator: "/")
      if !path.hasPrefix("/") || parts.contains("..")
        || path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
      {
        error(
          node, "sandbox.read: \(path) is not an absolute path",
          remedy: "write one such as /opt/tools, without ~ and ..")
      } else if parts.allSatisfy({ $0 == "." }) {
        error(node, "sandbox.read shows the run everything there is")
      } else {
        read.append(path)
      }
    }
    return ModelCard.SandboxPolicy(
      network: flag(mapping["network"], "sandbox.network"), read: read)
  }
}
