import Foundation

/// Looks into zip files, such as workbooks, by the program of that name.
public enum Unzip {
  /// The text of one entry; empty where there is none.
  public static func text(_ entry: String, of bytes: [UInt8]) throws -> String {
    try run(["-p"], bytes, entry)
  }

  /// The text of all entries, one after another.
  public static func all(_ bytes: [UInt8]) throws -> String { try run(["-p"], bytes, nil) }

  /// The list of entries with their times.
  public static func list(_ bytes: [UInt8]) throws -> String { try run(["-l"], bytes, nil) }

  private static func run(_ options: [String], _ bytes: [UInt8], _ entry: String?) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("yuebao-unzip-\(UUID().uuidString).zip")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    // A bracket would be a pattern.
    process.arguments = options + [file.path] + (entry.map { [$0] } ?? [])
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// Changes zip files by the program of that name.
public enum Zip {
  /// The archive with another text for one of its entries.
  public static func replacing(_ entry: String, with text: String, in bytes: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "yuebao-zip-\(UUID().uuidString)")
    let (file, part) = (folder.appendingPathComponent("a.zip"), folder.appendingPathComponent(entry))
    try FileManager.default.createDirectory(
      at: part.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: file)
    try Data(text.utf8).write(to: part)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/zip")
    process.currentDirectoryURL = folder
    process.arguments = ["-q", "a.zip", entry]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: file))
  }
}
