import Testing

/// What no output may hold.
enum Hostile {
  /// The files of a month's output.
  static let files = [
    "bulletin.md", "figures.csv", "units.csv", "submissions.csv", "findings.csv", "SHA256SUMS",
  ]

  /// The control characters of a text other than line ends, and those that turn the direction of text.
  static func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\r"
      case .format: scalar != "\u{FEFF}"
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Expects an output file to hold nothing that a terminal, a browser or a spreadsheet program would obey.
  static func expectHarmless(_ text: String, _ file: String) {
    #expect(!text.isEmpty, "\(file)")
    #expect(controls(in: text).isEmpty, "\(file)")
    if file.hasSuffix(".md") {
      #expect(!text.replacing("\\<", with: "").contains("<"), "\(file)")
    } else if file.hasSuffix(".csv") {
      // Every line end is that of a record, and no cell begins as a formula.
      #expect(
        !text.replacing("\r\n", with: "").unicodeScalars.contains { $0 == "\n" || $0 == "\r" }, "\(file)")
      for start in [",", "\"", "\r\n", "\u{FEFF}"] {
        for sign in ["=", "+", "@"] { #expect(!text.contains(start + sign), "\(file) \(start)\(sign)") }
      }
    }
  }
}
