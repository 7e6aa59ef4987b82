import Glibc

/// What the system said of its last failed call: `No such file or directory`.
func lastSystemError() -> String {
  systemError(errno)
}

/// What the system says of an error number.
func systemError(_ number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  return String(cString: text)
}
