import Foundation

/// The commands and options of the program, as it tells them itself (`--experimental-dump-help`).
struct CommandTree: Decodable {
  /// A way to write an option.
  struct Name: Decodable {
    var kind: String
    var name: String

    /// With its dashes.
    var written: String { (kind == "short" ? "-" : "--") + name }
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
    var discussion: String?
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var subcommands: [CommandTree]?
  var arguments: [Argument]?

  /// The program of this build.
  static func program() throws -> CommandTree {
    struct Dump: Decodable { var command: CommandTree }
    let text = TemporaryFolder().run("yuebao --experimental-dump-help").out
    return try JSONDecoder().decode(Dump.self, from: Data(text)).command
  }

  /// Why a command line cannot be: a command or an option that does not exist; `nil` where it may be.
  func fault(in words: [String]) -> String? {
    // `COMMAND` stands for any.
    guard let first = words.first, first != "COMMAND" else { return nil }
    let commands = subcommands ?? []
    if let command = commands.first(where: { $0.commandName == first }) {
      return command.fault(in: Array(words.dropFirst()))
    }
    // What has commands takes no arguments of its own.
    if !commands.isEmpty, !first.hasPrefix("-"), first != "help" { return "there is no command \(first)" }
    let known = (arguments ?? []).flatMap { $0.names ?? [] }.map(\.written) + ["--help", "-h", "--version"]
    for word in words where word.hasPrefix("-") && word != "-" {
      let option = word.prefix { $0 != "=" }
      if !known.contains(String(option)), !CommandLines.areGenerated.contains(String(option)) {
        return "there is no option \(option)"
      }
    }
    return nil
  }
}

/// The command lines of the program in scripts and texts.
enum CommandLines {
  /// Options that ArgumentParser adds to every command, and shows nowhere.
  static let areGenerated: Set = ["--generate-completion-script", "--experimental-dump-help"]

  /// The words behind each `yuebao` that is called, up to where its command ends.
  static func all(in lines: [String]) -> [[String]] {
    let joined = lines.joined(separator: "\n").replacing("\\\n", with: " ")
    return joined.split(separator: "\n").flatMap { line -> [[String]] in
      let text = line.replacing(/'[^']*'|"[^"]*"/, with: "QUOTED").replacing(/(^|\s)#.*/, with: "")
      let commands = text.replacing(/\|\||&&|\||&|\$\(/, with: ";").split(separator: ";")
      return commands.compactMap { called($0.split(separator: " ").map(String.init)) }
    }
  }

  /// What follows the program's name where it is what a command calls: behind `sudo`, variables, and in a crontab
  /// behind the times and the user.
  private static func called(_ words: [String]) -> [String]? {
    let isBefore = { (word: String) in
      word == "sudo" || word == "yuebao" || word.contains("=") || word.wholeMatch(of: /[-0-9*,\/]+/) != nil
    }
    let before = words.prefix(while: isBefore)
    guard let last = before.last, last == "yuebao" else { return nil }
    // Where output goes is no argument.
    return words[before.count...].prefix { !$0.contains(">") && !$0.contains("<") }
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "[]()…")) }.filter { !$0.isEmpty }
  }
}
