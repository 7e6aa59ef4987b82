package import DictumModel

/// What became of reading one file.
package enum ReadOutcome: Sendable {
  /// The file was read; its diagnostics are warnings.
  case read(SourceReading)
  /// The file cannot be read, and why.
  case refused(Diagnostic)
  /// The file is of a kind that is not read, named in the plural: ".log files".
  case skipped(String)
}
