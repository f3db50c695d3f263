import Model

extension SVGCanvas {
  /// The title, on as many lines as it takes.
  mutating func heading(_ title: String) {
    for line in Self.lines(title, size: 16) {
      text(line, x: Self.margin, y: top + 16, size: 16, .bold)
      top += 23
    }
    top += 5
  }

  /// A note below everything.
  mutating func footing(_ note: String) {
    top += 6
    for line in Self.lines(note, size: 12) {
      text(line, x: Self.margin, y: top + 12, size: 12, .muted)
      top += 17
    }
  }

  /// A text broken into lines that fit: after marks that end a clause; a clause too long for a line between words, and
  /// anywhere between Chinese characters.
  static func lines(_ text: String, size: Int) -> [String] {
    let limit = width - 2 * margin
    var (lines, line): ([String], String) = ([], "")
    for clause in pieces(text, isEnd: { "，。；：,.;:".contains($0) }) {
      let isLong = width(of: clause, size: size) > limit
      for piece in isLong ? pieces(clause, isEnd: isBreak) : [clause] {
        if !line.isEmpty, width(of: line + piece, size: size) > limit {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? cut(String(piece.drop { $0 == " " }), to: limit, size: size) : piece
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// Whether a line may end after a character, if none that ends something follows.
  private static func isBreak(_ character: Character) -> Bool {
    character == " " || (DisplayWidth.of(String(character)) == 2 && !"（“《".contains(character))
  }

  /// A text in pieces, each up to an end and the closing marks after it; a point or comma within a number ends nothing.
  private static func pieces(_ text: String, isEnd: (Character) -> Bool) -> [String] {
    let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "”", "》", "%", " "]
    var (pieces, mayBreak): ([String], Bool) = ([], true)
    for character in text {
      let isInside = pieces.last?.last.map { ",.:".contains($0) && character != " " } ?? false
      if mayBreak, !isInside, !(closing.contains(character) && !pieces.isEmpty) {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
      mayBreak = isEnd(character) || (mayBreak && closing.contains(character))
    }
    return pieces
  }

  /// A sample of what is drawn, with its name.
  enum Key {
    case fill(ChartFill, String)
    case diamond(String)
    case dashed(String)
    case mark(String)
    case dot(String)

    fileprivate var label: String {
      switch self {
      case .fill(_, let label), .diamond(let label), .dashed(let label), .mark(let label), .dot(let label):
        label
      }
    }
  }

  /// The legend, on as many lines as it takes.
  mutating func legend(_ keys: [Key]) {
    guard !keys.isEmpty else { return }
    var x = Self.margin
    for key in keys {
      let label = Self.cut(key.label, to: Self.width - 2 * Self.margin - 26, size: 13)
      let width = 26 + Self.width(of: label, size: 13) + 14
      if x > Self.margin, x + width > Self.width - Self.margin + 14 {
        x = Self.margin
        top += 20
      }
      sample(key, x: x)
      text(label, x: x + 26, y: top + 14, size: 13)
      x += width
    }
    top += 26
  }

  private mutating func sample(_ key: Key, x: Int) {
    switch key {
    case .fill(let fill, _): rectangle(x, top + 3, 20, 12, fill)
    case .diamond: diamond(x + 10, top + 9)
    case .dashed: line(x + 10, top + 1, x + 10, top + 17, .dashed)
    case .mark: line(x + 10, top + 1, x + 10, top + 17, .mark)
    case .dot:
      line(x, top + 9, x + 20, top + 9, .series)
      dot(x + 10, top + 9)
    }
  }
}
