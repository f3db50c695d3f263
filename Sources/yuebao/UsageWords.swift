/// What the command line gets wrong, in Chinese: the parser says it in English alone.
enum UsageWords {
  /// What the parser and the commands say, and the same in Chinese, `$1` for its first part between quotation marks. The
  /// first that fits counts.
  private static let sentences: [(english: String, chinese: String)] = [
    ("Unknown option '*'. Did you mean '*'?", "没有选项“$1”，是不是“$2”？"),
    ("Unknown option '*'", "没有选项“$1”"),
    ("Missing value for '*'", "“$1”后面缺少内容"),
    ("The value '*' is invalid for '*'. Please provide one of '*'.", "“$2”不能是“$1”，只能是“$3”之一"),
    ("The value '*' is invalid for '*'*", "“$2”不能是“$1”"),
    ("The option '*' does not take any value, but '*' was specified.", "“$1”后面不带内容，不要写“$2”"),
    ("Missing expected argument '*'", "缺少“$1”"),
    ("Missing one of: '*'", "“$1”要有一个"),
    ("Unexpected argument '*'", "多出“$1”"),
    ("* unexpected arguments: '*'", "多出$1项：“$2”"),
    ("--accept-from must be *", "“--accept-from”只能是1到100"),
    ("--threads must be *", "“--threads”只能是1到256"),
    ("'*' is no SHA-256: give at least *", "“$1”不是文件代码（SHA-256），请至少写出前4位（0到9、a到f）"),
    ("Say why with --reason", "请用“--reason”写明原因"),
    ("this cannot be undone; add --yes to do it", "此操作不能撤销；确定要做请加“--yes”"),
    ("Name a month or a period, not both", "月份和期间只写一个"),
    ("--output writes the files of a whole month*", "“--output”写出整月的文件，不要同时写“--for”“--period”"),
    ("--feedback is a page of one month*", "“--feedback”是一个月的一页（Markdown），不要同时写“--period”“--format”"),
    ("--png goes with --output*", "“--png”要和“--output”同用，不能和“--feedback”同用"),
    ("--level goes with --feedback and --output", "“--level”要和“--feedback”“--output”同用"),
    ("The folder '' of '*' has no name", "“$1”的文件夹没有名称"),
    ("Several files are written, not to standard output*", "要写出多个文件，不能写到标准输出，请用“--output”指明文件夹"),
    ("A workbook is no text for a terminal*", "工作簿不能显示在终端上，请用“--output 文件名.xlsx”写到文件"),
  ]

  /// The message in Chinese; that there is a mistake where it is an unknown one.
  static func chinese(_ message: String, _ arguments: [String]) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    for (english, chinese) in sentences {
      guard let parts = parts(of: line, in: english) else { continue }
      if parts == [arguments.dropFirst().first], english.hasPrefix("Unexpected") {
        return "命令写错了：没有命令“\(parts[0])”，全部命令见 yuebao --help"
      }
      let words = parts.enumerated().reduce(chinese) { text, part in
        text.replacing("$\(part.offset + 1)", with: listed(part.element))
      }
      return "命令写错了：\(words)"
    }
    return "命令写错了"
  }

  /// Several parts as Chinese lists them.
  private static func listed(_ parts: String) -> String {
    ["', '", "' and '", "' or '"].reduce(parts) { $0.replacing($1, with: "”“") }
  }

  /// What stands in a text for each `*` of a sentence; `nil` where it is another sentence.
  private static func parts(of text: String, in sentence: String) -> [String]? {
    let fixed = sentence.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard let first = fixed.first, let last = fixed.last, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    guard fixed.count > 1 else { return rest.isEmpty ? [] : nil }
    var parts: [String] = []
    for piece in fixed.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return parts + [String(rest.dropLast(last.count))]
  }

  /// Whether the command line asks for English.
  static func asksForEnglish(_ arguments: [String]) -> Bool {
    arguments.contains("--lang=en")
      || zip(arguments, arguments.dropFirst()).contains { $0.0 == "--lang" && $0.1 == "en" }
  }
}
