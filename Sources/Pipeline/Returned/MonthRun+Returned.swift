import Ingest
import Model
import Render

extension MonthRun {
  /// How many annotated copies are made at a time, and so held in memory.
  private static let copiesAtOnce = 4

  /// Writes `returned/`: for each sender of whom something is rejected or queried a folder with the page that
  /// says what to mend, and each such file with its places marked. Answers with what the copies were made of.
  func writeReturned(
    _ output: inout OutputFolder, _ earlier: EarlierCopies
  ) async throws(Failure) -> [String: PublishedOutput] {
    let due = campaign.deadline.day(for: roster.month)
    let senders = toReturn()
    let files = senders.flatMap(\.files)
    var (sender, taken) = (0, MonthRun.namesTaken)
    var returned: [ReturnedFile] = []
    var made: [String: PublishedOutput] = [:]
    try await Spread.inOrder(files.count, threads: MonthRun.copiesAtOnce) { place throws(Failure) in
      try copy(files[place], earlier)
    } take: { (one: AnnotatedCopy) throws(Failure) in
      var file = one.file
      let folder = "returned/" + folderName(senders[sender].sender)
      if let copy = one.copy {
        file.copyName = copyName(file.path, taken: &taken)
        let written = try output.write(copy, "\(folder)/\(file.copyName)")
        if let key = one.key { made[key] = written }
      }
      returned.append(file)
      guard returned.count == senders[sender].files.count else { return }
      let page = MendPage.render(
        ReturnedFiles(sender: senders[sender].sender, files: returned), campaign: campaign, roster: roster,
        due: due)
      try output.write(Array(page.utf8), folder + "/mend.md")
      (sender, taken, returned) = (sender + 1, MonthRun.namesTaken, [])
    }
    return made
  }

  /// The names that no copy in a sender's folder may have.
  private static let namesTaken: Set<String> = ["mend.md"]

  /// A file to be returned, and its annotated copy; no copy where it has no cell: it would say no more than the page.
  private struct AnnotatedCopy: Sendable {
    var file: ReturnedFile
    var copy: [UInt8]?
    /// What it is made of; `nil` where it cannot be taken over by a later run.
    var key: String?
  }

  /// What is to be said of a file that is returned.
  private struct FileToReturn: Sendable {
    var path: String
    var sha256: String
    var findings: [Finding]
  }

  private func copy(_ one: FileToReturn, _ earlier: EarlierCopies) throws(Failure) -> AnnotatedCopy {
    var file = ReturnedFile(path: one.path, findings: one.findings, sheets: [], copyName: "")
    guard writes(.copies) else { return AnnotatedCopy(file: file) }
    let basis = AnnotatedWorkbook.basis(of: file, roster: roster, language: campaign.language)
    let key = earlier.key(basis, of: one.sha256)
    if let bytes = key.flatMap(earlier.bytes) { return AnnotatedCopy(file: file, copy: bytes, key: key) }
    file.sheets = try sheetsAsRead(one.path)
    guard !file.sheets.isEmpty else { return AnnotatedCopy(file: file) }
    let copy = try annotated(file)
    // The cells are not needed any more, and there may be many files.
    file.sheets = []
    return AnnotatedCopy(file: file, copy: copy, key: key)
  }

  /// The senders in the order of the roster, those unknown last, each with its files of which something is
  /// rejected or queried, in the order of paths, and all that is to be said of them.
  private func toReturn() -> [(sender: Int?, files: [FileToReturn])] {
    var byFile: [String: [Finding]] = [:]
    for finding in findings { byFile[finding.place.file, default: []].append(finding) }
    var bySender: [Int: [FileToReturn]] = [:]
    for submission in returns.submissions {
      // Taken out, as two files may have the same name for people.
      guard let findings = byFile.removeValue(forKey: submission.path),
        findings.contains(where: { $0.severity < .note })
      else { continue }
      bySender[submission.sender ?? Int.max, default: []].append(
        FileToReturn(path: submission.path, sha256: submission.sha256, findings: findings))
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
