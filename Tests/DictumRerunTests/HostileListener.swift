import Glibc

/// What a hostile model tries to reach: a TCP and a UDP port of this machine, and AF_UNIX sockets
/// with a path and with a name.
final class HostileListener: Sendable {
  let tcp: Int32
  let udp: Int32
  let local: Int32
  let abstract: Int32
  let port: UInt16
  let abstractName: String

  /// Listens; `nil` where the machine does not let us.
  init?(path: String) {
    let tcp = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    let udp = socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    local = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    abstract = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    abstractName = "dictum-test-\(UInt64.random(in: 0...UInt64.max))"
    (self.tcp, self.udp) = (tcp, udp)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutableBytes(of: &address) { bytes -> UInt16? in
      guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress,
        bind(tcp, pointer, length) == 0, listen(tcp, 8) == 0,
        getsockname(tcp, pointer, &length) == 0, bind(udp, pointer, length) == 0
      else { return nil }
      return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
    self.port = port ?? 0
    guard port != nil, Self.bindLocal(local, path), listen(local, 8) == 0,
      Self.bindLocal(abstract, "\0" + abstractName), chmod(path, 0o777) == 0
    else { return nil }
  }

  deinit { for descriptor in [tcp, udp, local, abstract] { close(descriptor) } }

  /// What reached us: names of the sockets with something waiting.
  var reached: [String] {
    var entries = [tcp, udp, local, abstract].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&entries, nfds_t(entries.count), 0) > 0 else { return [] }
    return zip(["tcp", "udp", "path", "abstract"], entries).filter { $1.revents != 0 }.map(\.0)
  }

  private static func bindLocal(_ descriptor: Int32, _ name: String) -> Bool {
    var bytes: [UInt8] = [UInt8(AF_UNIX), 0] + name.utf8
    let length = socklen_t(bytes.count)
    guard bytes.count < MemoryLayout<sockaddr_un>.size else { return false }
    return bytes.withUnsafeMutableBytes { buffer in
      guard let pointer = buffer.assumingMemoryBound(to: sockaddr.self).baseAddress else {
        return false
      }
      return bind(descriptor, pointer, length) == 0
    }
  }
}
