public import Model

/// A file that goes back to its sender, with what is to be mended in it.
public struct ReturnedFile: Sendable {
  /// Its path in the month's inbox.
  public var path: String
  /// What is to be said of it, the worst first, then in the order of places.
  public var findings: [Finding]
  /// Its cells as they came; none where it cannot be shown as a table.
  public var sheets: [SheetCopy]
  /// The name of its annotated copy; empty where there is none.
  public var copyName: String

  /// A file; its findings come in the order of places.
  public init(path: String, findings: [Finding], sheets: [SheetCopy], copyName: String) {
    self.path = path
    self.findings = Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    self.sheets = sheets
    self.copyName = copyName
  }

  /// The last component of its path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// How many findings of each severity there are, in words, such as 不予采用 3、待核实 1.
  func summary(_ language: Language) -> String {
    let counts = Severity.allCases.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(severity.label(language)) \(count)"
    }
    return counts.joined(separator: language.pick("、", ", "))
  }
}

/// What is sent back to one sender.
public struct ReturnedFiles: Sendable {
  /// The sender, as an index of the roster; `nil` where nobody said who sent them.
  public var sender: Int?
  /// The files, in the order of their paths.
  public var files: [ReturnedFile]

  /// The files of a sender.
  public init(sender: Int?, files: [ReturnedFile]) {
    self.sender = sender
    self.files = files
  }
}
