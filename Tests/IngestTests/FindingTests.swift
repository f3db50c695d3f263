import Model
import Testing

@testable import Ingest

@Suite struct FindingTests {
  @Test(arguments: Language.allCases) func everyMessageIsWhole(language: Language) {
    let messages = IngestFindings.examples.map { $0.message(language) }
    // A field and a record that are too long say the same.
    #expect(Set(messages).count == messages.count - 1)
    for message in messages {
      #expect(message.hasSuffix(language.pick("。", ".")) && !message.contains("Optional"), "\(message)")
    }
  }

  @Test func everyReasonHasAnExample() {
    let codes = Set(IngestFindings.examples.map { type(of: $0).code })
    #expect(codes.count == 81)
    for example in IngestFindings.examples {
      print(type(of: example).code, example.severity.name, separator: "  ")
      for language in Language.allCases { print("    " + example.message(language)) }
    }
  }
}
