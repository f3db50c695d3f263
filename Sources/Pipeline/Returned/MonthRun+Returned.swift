import Ingest
import Model
import Render

extension MonthRun {
  /// Writes `returned/`: for each sender of whom something is rejected or queried a folder with the page that
  /// says what to mend, and each such file with its places marked.
  func writeReturned(_ output: inout OutputFolder) throws(Failure) {
    let due = campaign.deadline.day(for: roster.month)
    for (sender, paths) in toReturn() {
      let folder = "returned/" + folderName(sender)
      var taken: Set<String> = ["mend.md"]
      var returned = ReturnedFiles(sender: sender, files: [])
      for (path, findings) in paths {
        let sheets = try sheetsAsRead(path)
        // A copy without a cell would say no more than the page.
        let copyName = sheets.isEmpty ? "" : copyName(path, taken: &taken)
        let file = ReturnedFile(path: path, findings: findings, sheets: sheets, copyName: copyName)
        if !copyName.isEmpty { try output.write(try annotated(file), "\(folder)/\(copyName)") }
        // The cells are not needed any more, and there may be many files.
        returned.files.append(
          ReturnedFile(path: path, findings: findings, sheets: [], copyName: copyName))
      }
      let page = MendPage.render(returned, campaign: campaign, roster: roster, due: due)
      try output.write(Array(page.utf8), folder + "/mend.md")
    }
  }

  /// The senders in the order of the roster, those unknown last, each with its files of which something is
  /// rejected or queried, in the order of paths, and all that is to be said of them.
  private func toReturn() -> [(sender: Int?, files: [(path: String, findings: [Finding])])] {
    var byFile: [String: [Finding]] = [:]
    for finding in findings { byFile[finding.place.file, default: []].append(finding) }
    var bySender: [Int: [(path: String, findings: [Finding])]] = [:]
    for submission in returns.submissions {
      // Taken out, as two files may have the same name for people.
      guard let findings = byFile.removeValue(forKey: submission.path),
        findings.contains(where: { $0.severity < .note })
      else { continue }
      bySender[submission.sender ?? Int.max, default: []].append((submission.path, findings))
    }
    return bySender.sorted { $0.key < $1.key }
      .map { (sender: $0.key == Int.max ? nil : $0.key, files: $0.value) }
  }

  private func folderName(_ sender: Int?) -> String {
    guard let sender else { return "unknown" }
    let unit = roster.units[sender]
    // Codes are unique and begin the name, so the folders differ. A code may begin with a point.
    return SafeName.of("\(unit.code)-\(unit.name)")
  }

  private func copyName(_ path: String, taken: inout Set<String>) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let point = name.lastIndex(of: ".") ?? name.endIndex
    let stem = point == name.startIndex ? name : String(name[..<point])
    return SafeName.unique(stem, ending: ".xlsx", taken: &taken)
  }

  /// The cells of a file; none where it is not a table.
  func sheetsAsRead(_ file: String) throws(Failure) -> [SheetCopy] {
    guard let bytes = try bytes(file) else { return [] }
    // The array outlives the call, and nothing of the buffer is kept.
    return unsafe bytes.withUnsafeBytes { unsafe SheetCopy.sheets(of: $0) }
  }

  private func annotated(_ file: ReturnedFile) throws(Failure) -> [UInt8] {
    do throws(WorkbookError) {
      return try AnnotatedWorkbook.render(file, roster: roster, language: campaign.language)
    } catch {
      throw Failure(
        .cannotCreate,
        campaign.language.pick(
          "\(file.path)的批注副本生成不了：\(error)", "the annotated copy of \(file.path) cannot be made: \(error)"))
    }
  }
}
