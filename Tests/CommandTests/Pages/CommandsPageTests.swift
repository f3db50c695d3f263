import Testing

/// `docs/commands.md` lists every command and option as the program tells them.
@Suite struct CommandsPageTests {
  @Test func pageIsWhatTheProgramSays() throws {
    let program = try CommandTree.program()
    var text = """
      # Commands

      Every command with its arguments and options, as `yuebao COMMAND --help` and `man yuebao` tell them. Made from the
      code; `make golden` writes it anew. What the exit codes mean is in [outputs.md](outputs.md#exit-codes), what to do
      about them in [cron.md](cron.md).

      Files, folders and the names of months, levels and formats are completed by the shells for which `make install`
      puts completions: bash, zsh and fish.


      """
    let commands = (program.subcommands ?? []).filter { $0.commandName != "help" }
    for command in commands { text += CommandsPage.section(command, above: program.commandName) }
    text.removeLast()
    let path = Shell.repository + "/docs/commands.md"
    if Case.isRecording {
      FileBytes.write(Array(text.utf8), to: path)
      Issue.record("recorded \(path) anew")
      return
    }
    let isSame = Array(text.utf8) == FileBytes.read(path)
    #expect(isSame, "docs/commands.md differs; `make golden` records it anew")
  }
}

/// The parts of the page.
private enum CommandsPage {
  /// A command with those below it.
  static func section(_ command: CommandTree, above: String) -> String {
    let name = above + " " + command.commandName
    let arguments = (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
    let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
    let positions = arguments.filter { $0.kind == "positional" }.map { " " + called($0) }.joined()
    var text = "## \(name)\(below.isEmpty ? positions : "")\n\n\(command.abstract ?? "")\n\n"
    text += prose(command.discussion ?? "")
    if below.isEmpty, !arguments.isEmpty {
      text += "| | default | |\n|---|---|---|\n"
      text += arguments.map { "| `\(called($0))` | \(value($0)) | \($0.abstract ?? "") |\n" }.joined() + "\n"
    }
    return text + below.map { section($0, above: name) }.joined()
  }

  /// `-m, --month MONTH`, or the name of an argument.
  private static func called(_ argument: CommandTree.Argument) -> String {
    // A table's cell ends at a bare `|`, even in code.
    let value = argument.allValues?.joined(separator: "\\|") ?? (argument.valueName ?? "").uppercased()
    guard argument.kind != "positional" else {
      return argument.isRepeating ? "[\(value)…]" : argument.isOptional ? "[\(value)]" : value
    }
    // Short names come last; they read better first.
    let names = (argument.names ?? []).map(\.written).sorted { $0.count < $1.count }.joined(separator: ", ")
    return argument.kind == "flag" ? names : names + " " + value
  }

  private static func value(_ argument: CommandTree.Argument) -> String {
    if let value = argument.defaultValue { return value.isEmpty ? "" : "`\(value)`" }
    return argument.isOptional || argument.kind == "flag" ? "" : "required"
  }

  /// The help's own text: what is set in by blanks stays as it is.
  private static func prose(_ text: String) -> String {
    var parts: [(isSetIn: Bool, lines: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isSetIn = line.hasPrefix("  ")
      if let last = parts.indices.last, parts[last].isSetIn == isSetIn || line.isEmpty {
        parts[last].lines.append(line)
      } else {
        parts.append((isSetIn, [line]))
      }
    }
    return parts.map { part in
      let lines = part.lines.reversed().drop { $0.isEmpty }.reversed()
      guard part.isSetIn else { return lines.joined(separator: "\n") + "\n\n" }
      let least = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      let body = lines.map { String($0.dropFirst(least)) }
      let language = body.contains { $0.hasPrefix("yuebao ") } ? "sh" : "text"
      return (["```\(language)"] + body + ["```"]).joined(separator: "\n") + "\n\n"
    }.joined()
  }
}
