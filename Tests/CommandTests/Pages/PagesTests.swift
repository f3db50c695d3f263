import Glibc
import Testing

/// Every command that a page shows is run, and prints what the page says; CONTRIBUTING.md has the rules.
/// `YUEBAO_RECORD=1` writes what is printed into the pages, and fails.
@Suite struct PagesTests {
  static let withCommands = Page.all.filter { path in
    Page(path).blocks.contains { $0.language == "console" }
  }

  @Test(arguments: withCommands)
  func commandsPrintWhatThePageSays(_ path: String) {
    var page = Page(path)
    let script = PageScript(page)
    let results = script.run()
    let commands = script.commands
    let place = { (command: PageScript.Command) in "\(path):\(command.line): \(command.text)" }
    for (index, (command, result)) in zip(commands, results).enumerated() {
      let next = index + 1 < commands.count ? commands[index + 1].text : ""
      // A failure that the page does not speak of is a mistake of the page.
      #expect(result.code == "0" || next == "echo $?", "\(place(command)) ended with \(result.code)")
      let isReadable = !result.lines.contains { $0.hasPrefix("$ ") || $0.hasPrefix("```") }
      #expect(isReadable && result.lines.first?.hasPrefix("> ") != true, "\(place(command))")
    }
    if Case.isRecording {
      for (command, result) in zip(commands, results).reversed() {
        let indent = String(repeating: " ", count: command.indent)
        page.lines.replaceSubrange(command.output, with: result.lines.map { $0.isEmpty ? $0 : indent + $0 })
      }
      let text = page.lines.joined(separator: "\n")
      FileBytes.write(Array(text.utf8), to: Shell.repository + "/" + path)
      Issue.record("recorded \(path) anew: read the diff")
      return
    }
    for (command, result) in zip(commands, results) {
      let shown = page.lines[command.output].map { String($0.dropFirst(min(command.indent, $0.count))) }
      #expect(shown == result.lines, "\(place(command)); `make golden` records it anew")
    }
  }

  @Test func thereAreCommands() {
    #expect(PagesTests.withCommands.flatMap { PageScript(Page($0)).commands }.count > 60)
  }

  /// No command stands where nobody looks at it.
  @Test(arguments: Page.all)
  func blocksKeepTheRules(_ path: String) {
    let page = Page(path)
    for block in page.blocks {
      let place = "\(path):\(block.body.lowerBound)"
      #expect(!block.language.isEmpty, "\(place): name the language behind ```")
      let body = page.body(block)
      if block.language == "console" {
        #expect(body.first?.hasPrefix("$ ") == true, "\(place): a console begins with a command")
      } else {
        #expect(!body.contains { $0.hasPrefix("$ ") }, "\(place): commands with output are ```console")
      }
      if !["console", "sh"].contains(block.language) {
        #expect(!body.contains { $0.hasPrefix("yuebao ") }, "\(place): commands are ```console or ```sh")
      }
      if let file = block.file {
        // The word behind the fence is not shown: the text before it must name the file.
        let before = page.lines[..<(block.body.lowerBound - 1)].last { !$0.isEmpty } ?? ""
        #expect(before.contains("`\(file)`"), "\(place): say before the block that it is `\(file)`")
      }
    }
  }

  /// What a test cannot run (`sh` blocks, commands in the text) names commands and options that there are.
  @Test(arguments: Page.all)
  func commandsAndOptionsExist(_ path: String) throws {
    let page = Page(path)
    let program = try CommandTree.program()
    let scripts = page.blocks.filter { $0.language == "sh" }.flatMap { page.body($0) }
    for code in CommandLines.all(in: scripts) + CommandLines.all(in: page.inlineCode) {
      if let fault = program.fault(in: code) {
        Issue.record("\(path): \(code.joined(separator: " ")): \(fault)")
      }
    }
  }

  /// A link within the repository leads to a file that is there, and to a heading of it.
  @Test(arguments: Page.all + ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func linksLead(_ path: String) {
    let page = Page(path)
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for match in page.lines.joined(separator: "\n").matches(of: /\]\(([^()\s]+)\)/)
    where !match.output.1.contains("://") {
      let parts = match.output.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? path : folder + parts[0]
      // The path outlives the call, which only looks.
      let isThere = unsafe access(Shell.repository + "/" + target, R_OK) == 0
      #expect(isThere, "\(path): \(match.output.1)")
      guard parts.count > 1, isThere else { continue }
      #expect(Page(target).anchors.contains(String(parts[1])), "\(path): \(match.output.1)")
    }
  }
}
