package import DictumModel

extension PassageFilter {
  /// The first day of a date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` for anything else.
  package static func day(_ written: String) -> String? { DateBound(written)?.day }
}
