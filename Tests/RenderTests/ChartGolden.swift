import Foundation

/// Whole pictures, in `Tests/RenderTests/Charts`; `YUEBAO_RECORD=1` records them anew, and the test fails then.
enum ChartGolden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Charts"
  static let isRecording = ProcessInfo.processInfo.environment["YUEBAO_RECORD"] == "1"

  private static func path(_ name: String) -> String { "\(folder)/\(name).svg" }

  static func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

  static func record(_ text: String, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  /// The names of those recorded in a language.
  static func names(_ language: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(language + "-") })
  }
}
