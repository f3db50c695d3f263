import Foundation
import TestSupport
import Testing

/// Whole-output goldens: the files in `reports/`.
enum Golden {
  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  /// Whether goldens are to be recorded anew; the test fails then, so that nobody takes it for one.
  static let isRecording = ProcessInfo.processInfo.environment["YUEBAO_RECORD"] == "1"

  /// An empty folder of its own, removed by the system's cleaning at the latest.
  static func folder(_ name: String) throws -> String {
    let folder = NSTemporaryDirectory() + "yuebao-\(name)-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The files of a folder and of those inside it, by their paths in it.
  static func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      guard kind == .typeRegular else { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    return files
  }

  /// Compares the files made with those recorded, leaving out `ignored`, files and folders, which are too
  /// large to be kept.
  static func compare(_ made: String, with recorded: String, ignored: Set<String> = []) throws {
    let new = try files(made)
    if isRecording {
      try? FileManager.default.removeItem(atPath: recorded)
      try record(new, in: recorded)
      Issue.record("recorded \(recorded) anew")
      return
    }
    let isKept = { (name: String) in
      !ignored.contains { name == $0 || name.hasPrefix($0 + "/") }
    }
    let old = try files(recorded)
    #expect(Set(new.keys.filter(isKept)) == Set(old.keys.filter(isKept)))
    for (name, data) in old.sorted(by: { $0.key < $1.key }) where isKept(name) {
      guard let fresh = new[name], try !isSame(fresh, data, name) else { continue }
      // The bytes of a workbook would show nothing.
      let isWorkbook = name.hasSuffix(".xlsx")
      let difference = isWorkbook ? "a part of the workbook" : firstDifference(fresh, data)
      Issue.record(
        "\(recorded)/\(name) differs: \(difference); `make golden` records it anew")
    }
  }

  /// Whether two files say the same. The bytes of a workbook depend on the versions of libxlsxwriter and zlib,
  /// so that its parts are compared, unpacked, and the digests of workbooks are not compared at all.
  private static func isSame(_ new: Data, _ old: Data, _ name: String) throws -> Bool {
    if new == old { return true }
    if name.hasSuffix(".xlsx") { return try parts(new) == parts(old) }
    if name == "SHA256SUMS" {
      return lines(new).filter { !$0.hasSuffix(".xlsx") } == lines(old).filter { !$0.hasSuffix(".xlsx") }
    }
    return false
  }

  /// The parts of a workbook one after another. Which program wrote it, and its version, is left out.
  private static func parts(_ workbook: Data) throws -> String {
    try Unzip.all(Array(workbook))
      .replacing(/<AppVersion>[^<]*<\/AppVersion>/, with: "")
  }

  private static func record(_ files: [String: Data], in folder: String) throws {
    for (name, data) in files {
      let file = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
  }

  /// Compares a text with the file recorded.
  static func compare(_ text: String, withFile recorded: String) throws {
    if isRecording {
      try Data(text.utf8).write(to: URL(fileURLWithPath: recorded))
      Issue.record("recorded \(recorded) anew")
      return
    }
    let old = try Data(contentsOf: URL(fileURLWithPath: recorded))
    guard Data(text.utf8) != old else { return }
    Issue.record(
      "\(recorded) differs: \(firstDifference(Data(text.utf8), old)); `make golden` records it anew")
  }

  private static func firstDifference(_ new: Data, _ old: Data) -> String {
    let (new, old) = (lines(new), lines(old))
    let line = zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    let shown = { (lines: [Substring]) in line < lines.count ? String(lines[line].prefix(200)) : "(end)" }
    return "line \(line + 1) is now\n\(shown(new))\nand was\n\(shown(old))"
  }

  private static func lines(_ data: Data) -> [Substring] {
    String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
