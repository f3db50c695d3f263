import Foundation
import TestSupport
import Testing

/// Whatever becomes of the files of a campaign, its history and its reports among them, a command ends with a code that is
/// documented and says why.
@Suite struct DamageTests {
  /// How many damaged campaigns are tried, each with three commands.
  private static let rounds = ProcessInfo.processInfo.environment["YUEBAO_FUZZ"].flatMap { Int($0) } ?? 60
  private static let codes: Set<Int32> = [0, 64, 65, 66, 73, 75, 78]
  private static let commands = [
    "run -q -m 2016-06 --now '2017-01-01 00:00'", "status -m 2016-06", "diff 2016-04 2016-06", "check -q",
    "publish -q -m 2016-04 --provisional", "bulletin -m 2016-06", "bulletin -m 2016", "submissions",
    "bulletin -m 2016-04 --as-of 2016-12-07", "ingest -q", "config", "forget --yes", "export 0",
    "figures -m 2016-06 inbox/2016-06",
  ]
  private static let pieces: [[UInt8]] = [
    [0], [0xFF], Array("\"".utf8), Array(",".utf8), Array("\n".utf8), Array("\r".utf8), Array("'".utf8),
    Array("{".utf8), Array(":".utf8), Array("是".utf8), Array("999999999999999999999".utf8), Array("-1".utf8),
    [0xEF, 0xBB, 0xBF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0],
  ]

  @Test(.unlessSanitized) func everyCommandEndsWithAWord() throws {
    let folder = TemporaryFolder()
    folder.run("cp -r \"$FIXTURES/branches\" whole && cd whole && rm play.sh")
    for month in ["2016-04", "2016-05", "2016-06"] {
      let made = folder.run(
        "yuebao run -q -C whole -m \(month) --now '2016-12-06 09:00' && yuebao publish -q -C whole -m \(month)"
      )
      #expect(made.code == 0, "\(made.errText)")
    }
    let files = folder.files(in: "whole")
    // What the program has made of all else is damaged as often as all else.
    let own = files.filter { $0.contains(".sqlite") || $0.hasSuffix(".copies") || $0.hasSuffix("SHA256SUMS") }
    #expect(own.count >= 6 && files.count > 30)
    folder.run("mkdir elsewhere && cp whole/registry.csv elsewhere/file.csv && cp -r elsewhere kept")
    for seed in 0..<Self.rounds {
      var random = SplitMix64(seed: UInt64(seed))
      folder.run("rm -rf made && cp -r whole made")
      var damage: [String] = []
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let name = try #require((Bool.random(using: &random) ? own : files).randomElement(using: &random))
        damage.append(Self.damage("made/\(name)", of: files, folder, &random))
      }
      for command in Self.commands.shuffled(using: &random).prefix(3) {
        let parts = command.split(separator: " ", maxSplits: 1)
        let outcome = folder.run("cd made && timeout 60 yuebao \(parts[0]) \(parts.dropFirst().joined())")
        let hasWord = outcome.code == 0 || !outcome.err.isEmpty || !outcome.out.isEmpty
        #expect(
          Self.codes.contains(outcome.code) && hasWord,
          "seed \(seed), \(damage), yuebao \(command): \(outcome.code) \(outcome.errText.prefix(500))")
      }
    }
    #expect(folder.run("diff -r elsewhere kept").code == 0, "something was written through a link")
  }

  /// Does something to a file; says what.
  private static func damage(
    _ name: String, of files: [String], _ folder: TemporaryFolder, _ random: inout SplitMix64
  ) -> String {
    let other = files.randomElement(using: &random) ?? ""
    let path = "'\(name)'"
    switch Int.random(in: 0..<12, using: &random) {
    case 0: folder.run("rm -rf \(path)")
    case 1: folder.run("rm -rf \(path) && : >\(path)")
    case 2: folder.run("cp --remove-destination 'whole/\(other)' \(path)")
    case 3: folder.run("rm -rf \(path) && mkdir \(path)")
    case 4:
      // Only to what is the test's own: a later round writes to what it finds.
      let target = ["$PWD/elsewhere/file.csv", "$PWD/elsewhere", "/dev/zero", "nowhere", "."].randomElement(
        using: &random)
      folder.run("rm -rf \(path) && ln -s \"\(target ?? "nowhere")\" \(path)")
    default:
      guard folder.run("test -f \(path) && ! test -L \(path)").code == 0,
        let bytes = FileBytes.read("\(folder.path)/\(name)")
      else { break }
      FileBytes.write(mutated(bytes, &random), to: "\(folder.path)/\(name)")
    }
    return name
  }

  /// The bytes with some places changed, put in, left out or repeated.
  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<([1, 1, 2, 5, 20, 100].randomElement(using: &random) ?? 1) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let rest = bytes.count - place
      let piece = pieces.randomElement(using: &random) ?? []
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where rest > 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1 where rest > 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(contentsOf: piece, at: place)
      case 3: bytes.replaceSubrange(place..<place + min(piece.count, rest), with: piece)
      case 4:
        let length = [1, 2, 10, 100, 4096].randomElement(using: &random) ?? 1
        bytes.removeSubrange(place..<place + min(length, rest))
      default:
        let from = Int.random(in: 0...bytes.count, using: &random)
        let length = min([1, 10, 100, 4096].randomElement(using: &random) ?? 1, bytes.count - from)
        bytes.insert(contentsOf: Array(bytes[from..<from + length]), at: place)
      }
    }
    return bytes
  }
}
