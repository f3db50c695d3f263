import Model

/// What lies in the inbox itself: a folder for each month, and what no command reads.
struct InboxFolders {
  /// The months that have a folder, oldest first.
  private(set) var months: [Month] = []
  /// Files, and folders that seem to be meant for a month, for people; in the order of their names.
  private(set) var strays: [String] = []
  private let place: String

  /// Looks into the inbox of a campaign; finds nothing where there is none.
  init(of root: Path, _ language: Language) throws(Failure) {
    let inbox = Workspace.inbox(root)
    place = inbox.display
    let entries = try Failure.reading(language) { () throws(SystemError) in
      try FileSystem.entry(inbox) == nil ? [] : try FileSystem.list(inbox)
    }
    for entry in entries {
      let name = String(decoding: entry.name, as: UTF8.self)
      if entry.kind == .folder, let month = Month(name) {
        months.append(month)
      } else if !Inbox.isPassedOver(entry.name), entry.kind != .folder || InboxFolders.seemsAMonth(name) {
        strays.append(Path(bytes: entry.name).display)
      }
    }
    months.sort()
    strays.sort()
  }

  /// What is not read and where it belongs, a sentence without its stop; `nil` where there is nothing.
  func strayNote(_ language: Language) -> String? {
    guard let first = strays.first else { return nil }
    let more = strays.count - 1
    return language.pick(
      "\(place)里的“\(first)”\(more > 0 ? "等\(strays.count)项" : "")没有读取：文件要放在以月份命名的文件夹里，如2016-06",
      "not read in \(place): '\(first)'\(more > 0 ? " and \(more) more" : ""); files belong in a folder named by a month, "
        + "such as 2016-06")
  }

  /// Whether a folder may be that of a month under another name; one called 旧文件 is none of ours.
  private static func seemsAMonth(_ name: String) -> Bool {
    name.contains("月") || name.utf8.contains { (0x30...0x39).contains($0) }
  }
}
