/// A way in which a text file may be written.
struct TextForm {
  let delimiter: UInt8
  let encoding: TextEncoding
  /// Whether it is the encoding that is tried first: any Chinese is garbled in another.
  let isFirstEncoding: Bool

  /// Commas, tabs and semicolons, each in those encodings, in the order in which they are tried.
  static func all(_ encodings: [TextEncoding]) -> some Sequence<TextForm> {
    // Of most files only the first is asked for.
    (0..<delimiters.count * encodings.count).lazy.map { place in
      let (delimiter, encoding) = place.quotientAndRemainder(dividingBy: encodings.count)
      return TextForm(
        delimiter: delimiters[delimiter], encoding: encodings[encoding], isFirstEncoding: encoding == 0)
    }
  }

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
}

/// Of the failures to find headings in one way or another that which comes nearest.
struct NearestFailure {
  private var best: HeadingFailure?

  /// Takes note of the failure in a form.
  mutating func note(_ failure: HeadingFailure, in form: TextForm) {
    guard form.isFirstEncoding || !failure.isGarbled else { return }
    if best.map({ failure.rank < $0.rank }) ?? true { best = failure }
  }

  /// It, or that there is nothing.
  var failure: HeadingFailure { best ?? .empty }
}
