/// A page of the documentation: its lines, and the fenced blocks among them.
struct Page {
  /// The path in the repository, such as `docs/tutorial.md`.
  let path: String
  /// The lines, without line feeds.
  var lines: [String]

  /// Reads a page of the repository.
  init(_ path: String) {
    self.path = path
    let text = String(decoding: FileBytes.read(Shell.repository + "/" + path) ?? [], as: UTF8.self)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The pages whose commands are tried, by their paths.
  static let all: [String] = {
    let names = TemporaryFolder().run("cd $FIXTURES/.. && ls README*.md docs/*.md").outText
    return names.split(separator: "\n").map(String.init)
  }()

  /// A fenced block.
  struct Block {
    /// The word behind the fence, such as `console`; empty where there is none.
    var language: String
    /// The second word: the file that the block is.
    var file: String?
    /// The lines between the fences, as positions in the page.
    var body: Range<Int>
    /// The blanks before the fence, which every line has, as in a list.
    var indent: Int
  }

  /// The blocks in their order.
  var blocks: [Block] {
    var found: [Block] = []
    var open: Block?
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      guard line.dropFirst(indent).hasPrefix("```") else { continue }
      if var block = open {
        block.body = block.body.lowerBound..<index
        found.append(block)
        open = nil
      } else {
        let words = line.dropFirst(indent + 3).split(separator: " ").map(String.init)
        open = Block(
          language: words.first ?? "", file: words.dropFirst().first, body: (index + 1)..<(index + 1),
          indent: indent)
      }
    }
    return found
  }

  /// The lines of a block without the blanks that stand before all of them.
  func body(_ block: Block) -> [String] {
    lines[block.body].map { String($0.dropFirst(min(block.indent, $0.prefix { $0 == " " }.count))) }
  }

  /// The text in backquotes of the lines outside of blocks.
  var inlineCode: [String] {
    let inside = blocks.flatMap { ($0.body.lowerBound - 1)...$0.body.upperBound }
    var prose = lines
    for index in inside { prose[index] = "" }
    // A piece of code may go on behind the end of a line.
    return prose.joined(separator: "\n").matches(of: /`([^`]+)`/).map {
      String($0.output.1).replacing("\n", with: " ")
    }
  }

  /// The headings as links name them: in small letters, without signs, with `-` for blanks.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" || $0 == " " }.lowercased().filter {
          $0.isLetter || $0.isNumber || "- _".contains($0)
        }
        .replacing(" ", with: "-")
      })
  }
}
