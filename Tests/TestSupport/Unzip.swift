import Foundation

/// Looks into zip files, such as workbooks, by the program of that name.
public enum Unzip {
  /// The text of one entry; empty where there is none.
  public static func text(_ entry: String, of bytes: [UInt8]) throws -> String {
    try run(["-p"], bytes, entry)
  }

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
