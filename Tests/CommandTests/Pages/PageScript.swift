/// What a page does, in its order: files that it shows, and commands with what they print.
struct PageScript {
  /// A step of a page.
  enum Step {
    /// A block that is a file: its path, and its text.
    case file(String, String)
    /// A command, and the lines of the page, without its indent, that show what it prints.
    case command(Command)
  }

  /// A command of a `console` block.
  struct Command {
    /// Its lines without the prompts `$ ` and `> `.
    var text: String
    /// The lines of the page that hold its output.
    var output: Range<Int>
    /// The blanks before each line.
    var indent: Int
    /// The line of the page on which it stands, from 1.
    var line: Int
  }

  let steps: [Step]

  /// The commands and files of a page.
  init(_ page: Page) {
    var steps: [Step] = []
    for block in page.blocks {
      if let file = block.file {
        steps.append(.file(file, page.body(block).map { $0 + "\n" }.joined()))
      } else if block.language == "console" {
        steps += PageScript.commands(page, block).map { .command($0) }
      }
    }
    self.steps = steps
  }

  private static func commands(_ page: Page, _ block: Page.Block) -> [Command] {
    var found: [Command] = []
    for (line, text) in zip(block.body, page.body(block)) {
      if text.hasPrefix("$ ") {
        found.append(
          Command(
            text: String(text.dropFirst(2)), output: (line + 1)..<(line + 1), indent: block.indent,
            line: line + 1))
      } else if let last = found.indices.last {
        if text.hasPrefix("> "), found[last].output.isEmpty {
          found[last].text += "\n" + text.dropFirst(2)
          found[last].output = (line + 1)..<(line + 1)
        } else {
          found[last].output = found[last].output.lowerBound..<(line + 1)
        }
      }
    }
    return found
  }

  /// The commands alone.
  var commands: [Command] {
    steps.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  /// What a command printed, and its exit code.
  struct Result {
    var lines: [String]
    var code: String
  }

  /// Runs all steps in one shell, in a new folder: what each command printed, on both streams as on a terminal.
  func run() -> [Result] {
    let folder = TemporaryFolder()
    // Beside the folder in which the commands run, so that `ls` shows none of it.
    let aside = "../page"
    folder.run("mkdir \(aside)")
    var script = "page=$(cd \(aside) && pwd)\ntrue\n"
    var commands = 0
    for (index, step) in steps.enumerated() {
      switch step {
      case .file(let path, let text):
        folder.write(text, to: "\(aside)/file-\(index)")
        script += "mkdir -p \"$(dirname '\(path)')\" && cp \"$page/file-\(index)\" '\(path)'\n"
      case .command(let command):
        folder.write(command.text + "\n", to: "\(aside)/\(commands).sh")
        // `$?` is that of the command before, as in a terminal.
        script += """
          { (exit ${code:-0}); . "$page/\(commands).sh"; } >"$page/\(commands).out" 2>&1
          code=$?; echo $code >"$page/\(commands).code"

          """
        commands += 1
      }
    }
    folder.run(script)
    return (0..<commands).map { command in
      // Byte order marks and the ends of lines are not seen on a terminal.
      let shown = folder.text("\(aside)/\(command).out").unicodeScalars.filter {
        $0 != "\r" && $0 != "\u{FEFF}"
      }
      var lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return Result(lines: lines, code: String(folder.text("\(aside)/\(command).code").dropLast()))
    }
  }
}
