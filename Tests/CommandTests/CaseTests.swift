import Glibc
import Testing

/// Whole outputs: each folder of `Cases` holds `cmd`, a script that is run in an empty folder, and what it must
/// leave: `expout`, `experr` and `code`. `YUEBAO_RECORD=1` records them anew and fails.
@Suite struct CaseTests {
  @Test(arguments: Case.all)
  func wholeOutput(_ name: String) {
    let found = Case(name)
    let folder = TemporaryFolder()
    let outcome = folder.run(String(decoding: found.read("cmd"), as: UTF8.self))
    if Case.isRecording {
      found.record(outcome)
      Issue.record("recorded, not tested: read the diff")
      return
    }
    #expect(outcome.outText == String(decoding: found.read("expout"), as: UTF8.self))
    #expect(outcome.errText == String(decoding: found.read("experr"), as: UTF8.self))
    #expect("\(outcome.code)\n" == String(decoding: found.read("code"), as: UTF8.self))
  }

  @Test func thereAreCases() { #expect(Case.all.count > 20) }
}

/// A case of the folder `Cases`.
struct Case {
  private let folder: String

  init(_ name: String) { folder = Case.folder + "/" + name }

  private static let folder = Shell.repository + "/Tests/CommandTests/Cases"

  /// The names of all cases, in the order of their bytes.
  static var all: [String] {
    TemporaryFolder().run("ls '\(folder)'").outText
      .split(separator: "\n").map(String.init)
  }

  /// Whether outputs are to be recorded and not compared.
  static var isRecording: Bool {
    // The environment is not changed while the tests run.
    unsafe getenv("YUEBAO_RECORD").map { unsafe String(cString: $0) } == "1"
  }

  func read(_ name: String) -> [UInt8] { FileBytes.read(folder + "/" + name) ?? [] }

  func record(_ outcome: Outcome) {
    FileBytes.write(outcome.out, to: folder + "/expout")
    FileBytes.write(outcome.err, to: folder + "/experr")
    FileBytes.write(Array("\(outcome.code)\n".utf8), to: folder + "/code")
  }
}
