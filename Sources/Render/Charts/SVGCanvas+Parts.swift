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

  /// A text broken into lines that fit: between words, and anywhere between Chinese characters, never before a mark that
  /// ends something.
  static func lines(_ text: String, size: Int) -> [String] {
    let limit = (width - 2 * margin) * 20 / (size * 11)
    var (lines, line): ([String], String) = ([], "")
    for piece in pieces(text) {
      if DisplayWidth.of(line) + DisplayWidth.of(piece) > limit, !line.isEmpty {
        lines.append(line)
        line = ""
        if piece == " " { continue }
      }
      line += DisplayWidth.cut(piece, to: limit)
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// What must not be broken: words, and characters with the marks after them.
  private static func pieces(_ text: String) -> [String] {
    let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "”", "》", "！", "？", "%", "％"]
    var (pieces, isWord): ([String], Bool) = ([], false)
    for character in text {
      let isNarrow = character != " " && DisplayWidth.of(String(character)) == 1
      if let last = pieces.indices.last, (isNarrow && isWord) || closing.contains(character) {
        pieces[last].append(character)
      } else {
        pieces.append(String(character))
      }
      isWord = isNarrow
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
