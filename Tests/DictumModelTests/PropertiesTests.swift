import DictumModel
import Testing

@Suite struct PropertiesTests {
  private static let keys = (0..<300).map { "key\($0)" }

  private static let all = {
    var properties = Properties()
    for (number, key) in keys.enumerated() { _ = properties.add(.int(number), for: key) }
    return properties
  }()

  @Test func everyKeyHasItsValue() {
    for (number, key) in Self.keys.enumerated() { #expect(Self.all[key] == .int(number)) }
    #expect(Self.all.count == Self.keys.count)
    #expect(Self.all.dictionary["key299"] == .int(299))
  }

  @Test(arguments: ["", "key", "key300", "Key1", "xey1", "key1 "])
  func whatIsNotThereHasNone(_ key: String) {
    #expect(Self.all[key] == nil && Properties()[key] == nil)
  }

  @Test func theFirstOfTwoStays() {
    var properties = Self.all
    let isNew = properties.add(.null, for: "key7")
    #expect(!isNew && properties["key7"] == .int(7))
  }
}
