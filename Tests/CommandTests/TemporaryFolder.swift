import Glibc

/// A folder that is there for the time of one test.
final class TemporaryFolder {
  /// The path.
  let path: String
  private let base: String
  private var runs = 0

  init() {
    var template = Array("/tmp/yuebao-test-XXXXXX".utf8CString)
    // Replaces the six X in place; the array ends with a zero.
    base = unsafe mkdtemp(&template).map { unsafe String(cString: $0) } ?? "/nonexistent"
    path = base + "/work"
    unsafe mkdir(path, 0o755)
  }

  deinit { _ = Shell.run("rm -rf '\(base)'", in: "/", capture: base + "/end") }

  /// A folder that holds the campaign of `yuebao init`, `campaign`, with its one month 2016-06.
  static func campaign(_ language: String = "zh") -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.run("yuebao init campaign --lang \(language)")
    return folder
  }

  /// Runs a script in the folder.
  @discardableResult
  func run(_ script: String) -> Outcome {
    runs += 1
    return Shell.run(script, in: path, capture: "\(base)/run-\(runs)")
  }

  /// All files in a folder of it, by their paths in that, sorted.
  func files(in name: String) -> [String] {
    run("cd '\(name)' && find . -type f | cut -c 3- | sort").outText.split(separator: "\n").map(String.init)
  }

  /// The text of a file; empty where it cannot be read.
  func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  /// The bytes of a file; none where it cannot be read.
  func bytes(_ name: String) -> [UInt8] { FileBytes.read("\(path)/\(name)") ?? [] }

  /// Writes a file, in the place of what is there.
  func write(_ text: String, to name: String) { FileBytes.write(Array(text.utf8), to: "\(path)/\(name)") }
}
