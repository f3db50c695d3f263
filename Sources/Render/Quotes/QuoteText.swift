import Model

/// What units wrote, made fit to be quoted: on one line, without numbers of persons, shortened with care.
struct QuoteText {
  /// The whole text, masked; never empty.
  let whole: String
  /// Texts with the same key are copies of each other: letters and digits alone, in lower case.
  let key: String

  /// `nil` where the text says nothing: blank, 无, signs or numbers alone.
  init?(_ text: String) {
    let line = QuoteText.masked(QuoteText.oneLine(text))
    let key = String(
      String.UnicodeScalarView(
        line.unicodeScalars.filter { $0.properties.isAlphabetic || QuoteText.isDigit($0) })
    ).lowercased()
    guard line.unicodeScalars.contains(where: \.properties.isAlphabetic), !QuoteText.nothing.contains(key)
    else {
      return nil
    }
    whole = line
    self.key = key
  }

  /// What says that there is nothing to say, as keys.
  private static let nothing: Set<String> = [
    "无", "暂无", "没有", "暂时没有", "无问题", "没问题", "没有问题", "暂无问题", "无意见", "无内容", "未发现", "未发现问题", "不适用", "不存在",
    "无此情况", "略", "同上", "none", "no", "nil", "na", "nothing", "noproblem", "noproblems", "notapplicable",
    "null",
  ]

  /// Blanks and breaks become one blank; characters that act on what shows them go.
  static func oneLine(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if let last = kept.last, last != " " { kept.append(" ") }
      // The joiner holds the parts of one character together.
      case .format where scalar != "\u{200D}", .surrogate, .privateUse, .unassigned: continue
      default: kept.append(scalar)
      }
    }
    if kept.last == " " { kept.removeLast() }
    return String(kept)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  /// Digits of 11 or more, perhaps with single marks between them, become `*`: they may be the number of a person's
  /// card or telephone, and a telephone's is often written in groups.
  static func masked(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var (digits, last): ([Int], Int) = ([], -9)
    func close() {
      guard digits.count >= 11 else { return }
      for place in digits { scalars[place] = "*" }
      // The check digit of an identity number.
      if last + 1 < scalars.count, "Xx\u{FF38}\u{FF58}".unicodeScalars.contains(scalars[last + 1]) {
        scalars[last + 1] = "*"
      }
    }
    for place in scalars.indices where isDigit(scalars[place]) {
      let isNext = place == last + 1 || (place == last + 2 && isMark(scalars[place - 1]))
      if !isNext {
        close()
        digits = []
      }
      digits.append(place)
      last = place
    }
    close()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    " -\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{FF0D}.·".unicodeScalars.contains(scalar)
  }

  /// The text where it is no longer than `limit` characters; else cut at the last end of a sentence or clause in its
  /// second half, else between two words, never inside a number. `nil` where there is no place to cut.
  func cut(to limit: Int, _ language: Language) -> String? {
    let characters = Array(whole)
    guard characters.count > limit else { return whole }
    let end = language.pick("……", "…")
    let places = QuoteText.places(characters, upTo: limit)
    let least = limit / 2
    if let place = places.sentence, place >= least { return String(characters[..<place]) + end }
    if let place = places.clause, place >= least { return String(characters[..<place]) + end }
    guard let place = places.word, place > 0 else { return nil }
    return String(characters[..<place]) + end
  }

  /// The last places at which a text may be cut so that at most `limit` characters are left: behind the sign that
  /// ends a sentence, before the one that ends a clause, and between two words.
  private static func places(
    _ characters: [Character], upTo limit: Int
  ) -> (sentence: Int?, clause: Int?, word: Int?) {
    var found: (sentence: Int?, clause: Int?, word: Int?)
    for place in 1...limit {
      let (before, after) = (characters[place - 1], characters[place])
      // 12,345 and 3.5 hold signs that end nothing.
      let isWithinNumber = isPart(before) && isPart(after)
      if !isWithinNumber, "。！？；!?;".contains(before) || (before == "." && after == " ") {
        found.sentence = place
      }
      if "，、：,:".contains(after),
        !(place + 1 < characters.count && isPart(before) && isPart(characters[place + 1]))
      {
        found.clause = place
      }
      let isWithinWord = isLatin(before) && isLatin(after)
      // A number without what it counts would say something else.
      if !isPart(before), !isWithinWord, before != " " { found.word = place }
    }
    return found
  }

  /// Whether a character may be part of a number: a digit, a masked one, or a sign within or behind numbers.
  private static func isPart(_ character: Character) -> Bool {
    character.isNumber || "*.,:-/%％‰．".contains(character)
  }

  private static func isLatin(_ character: Character) -> Bool {
    (character.isASCII && (character.isLetter || character.isNumber)) || "'-_@".contains(character)
  }
}
