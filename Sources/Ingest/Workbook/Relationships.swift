/// What a part of a workbook refers to.
struct Relationship {
  let id: String
  /// The last word of the type, such as `worksheet`; those of the strict and the usual namespace are the same.
  let type: String
  /// The path of the part in the archive.
  let path: String
}

/// Reads the list of what a part refers to.
final class RelationshipsHandler: XMLHandler {
  private(set) var all: [Relationship] = []
  private let folder: String
  private let archive: ZipArchive

  /// The list of a part in that folder of the archive.
  init(folder: String, archive: ZipArchive) {
    self.folder = folder
    self.archive = archive
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == .relationship, attributes.text("TargetMode") != "External",
      let target = attributes.text("Target"), all.count < 10_000
    else { return }
    let type = attributes.text("Type") ?? ""
    let found = Relationship(
      id: attributes.text("Id") ?? "",
      type: String(type[(type.lastIndex(of: "/").map(type.index(after:)) ?? type.startIndex)...]),
      path: path(target))
    all.append(found)
  }

  /// Targets are relative to the part's folder or, with a slash before them, to the archive; some programs
  /// forget the slash.
  private func path(_ target: String) -> String {
    let slashed = String(target.map { $0 == "\\" ? "/" : $0 })
    if slashed.hasPrefix("/") { return RelationshipsHandler.resolved(slashed) }
    let relative = RelationshipsHandler.resolved(folder + slashed)
    let absolute = RelationshipsHandler.resolved(slashed)
    return !archive.contains(relative) && archive.contains(absolute) ? absolute : relative
  }

  /// A path without `.` and `..`.
  private static func resolved(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// Reads the list of sheets, and from which year days are counted.
final class WorkbookHandler: XMLHandler {
  /// The sheets with the identifiers of their parts.
  private(set) var sheets: [(sheet: WorkbookSheet, id: String)] = []
  private(set) var isFrom1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // Extensions have settings of the same name, which say nothing of days.
    if name == .workbookSettings, attributes.isTrue("date1904") { isFrom1904 = true }
    guard name == .sheet else { return }
    guard sheets.count < WorkbookLimits.sheets else { return stop(.tooManySheets) }
    let visibility = attributes.text("state").flatMap { WorkbookSheet.Visibility(rawValue: $0) }
    let sheet = WorkbookSheet(name: attributes.text("name") ?? "", visibility: visibility ?? .visible)
    sheets.append((sheet, attributes.text("id", afterPrefix: true) ?? ""))
  }
}
