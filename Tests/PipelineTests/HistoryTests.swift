import Foundation
import Ingest
import Model
import TestSupport
import Testing

@testable import Pipeline

/// Random histories: files come, are replaced, copied, moved away and withdrawn, lists of receipts, the registry
/// and the campaign change, months are run and published. Whatever was written at any time is made again later
/// from the history alone.
@Suite struct HistoryTests {
  @Test(arguments: 1...9)
  func everyEditionIsMadeAgain(seed: UInt64) async throws {
    let campaign = try TemporaryCampaign()
    var play = try Play(campaign, seed: seed)
    for step in 0..<10 { try await play.step(step) }
    #expect(play.written.count == 10)
    try FileSystem.remove(campaign.root.appending("inbox"))
    for (number, written) in play.written.enumerated() {
      let out = campaign.root.appending("again-\(number)")
      let run = try await MonthRun.make(
        try campaign.open(),
        View(month: written.month, asOf: written.time, options: ReadingOptions(threads: 2)))
      let made = try await run.write(into: out)
      let files = try contents(made)
      let differing = Set(files.keys).union(written.files.keys).filter { files[$0] != written.files[$0] }
      #expect(differing.isEmpty, "seed \(seed), step \(number), \(written.month), \(written.what)")
    }
  }

  /// What a run writes does not depend on whether its months were taken in before, together or one by one.
  @Test(arguments: 11...14)
  func oneRunOrMany(seed: UInt64) async throws {
    let (many, one) = (try TemporaryCampaign(), try TemporaryCampaign())
    var play = try Play(many, seed: seed, actions: [.file, .received])
    for step in 0..<8 { try await play.step(step) }
    for name in ["campaign.yaml", "forms", "registry.csv", "inbox"] {
      try FileSystem.remove(one.root.appending(name))
      try FileManager.default.copyItem(
        atPath: many.root.appending(name).display, toPath: one.root.appending(name).display)
    }
    for month in play.named {
      var texts: [String: Data] = [:]
      for campaign in [many, one] {
        let run = try await MonthRun.make(
          try campaign.open(), View(month: month, options: ReadingOptions(threads: 1)))
        let made = try contents(try await run.write(into: campaign.root.appending("last")))
        let differing = Set(texts.keys).union(made.keys).filter { texts[$0] != made[$0] }.sorted()
        #expect(texts.isEmpty || differing.isEmpty, "seed \(seed), \(month): \(differing)")
        texts = made
      }
    }
  }
}

/// The files of a folder by their names.
private func contents(_ folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    files[name] = FileManager.default.contents(atPath: folder + "/" + name)
  }
  // A workbook holds the time at which the library that writes it was built, and nothing of ours.
  return files.filter { !$0.key.hasSuffix(".xlsx") && $0.key != "SHA256SUMS" }
}

/// One campaign through its days.
private struct Play {
  enum Action: CaseIterable { case file, replace, copy, moveAway, withdraw, received, registry, campaign }

  struct Written {
    var month: Month
    var time: LocalTime
    var what: String
    var files: [String: Data]
  }

  let campaign: TemporaryCampaign
  let months: [Month]
  var random: SplitMix64
  var written: [Written] = []
  private let actions: [Action]
  private var paths: [String] = []
  private var received: [String: String] = [:]
  /// Before the hour at which the day's run takes place.
  private var morning = LocalTime(minutes: 0)
  private var count = 0

  init(_ campaign: TemporaryCampaign, seed: UInt64, actions: [Action] = Action.allCases) throws {
    // Its one file would be received at the time that the system gives it.
    try FileSystem.remove(campaign.root.appending("inbox"))
    self.campaign = campaign
    self.actions = actions
    random = SplitMix64(seed: seed)
    months = ["2016-04", "2016-05", "2016-06"].compactMap { Month($0) }
    let mode = Ledger.Mode.allCases[Int(seed) % Ledger.Mode.allCases.count]
    try Data(Play.ledger(mode).utf8).write(
      to: URL(fileURLWithPath: campaign.root.appending("forms/members.yaml").display))
    try change("campaign.yaml", from: "forms: [monthly]", to: "forms: [monthly, members]")
    try change("campaign.yaml", from: "indicators:\n", to: "indicators:\n" + Play.indicators)
  }

  private static func ledger(_ mode: Ledger.Mode) -> String {
    """
    id: members
    title: Members of committees
    kind: ledger
    mode: \(mode.rawValue)
    filled_by: [township]
    key: no
    closed: until
    columns:
      - {id: no, label: Number, type: text, personal: apart}
      - {id: person, label: Person, type: text, personal: drop}
      - {id: born, label: Born, type: date, personal: apart}
      - {id: score, label: Score, type: count}
      - {id: until, label: Until, type: date, optional: true}
    derived:
      - {id: score_sum, sum: score}
      - {id: score_middle, median: score}
      - {id: adults, count: age(born) >= 18}
    checks:
      - {id: few, require: members.rows <= 4}
      - {id: high, each: score <= 8}
    """
  }

  private static let indicators = """
      - {id: listed, label: Members listed, sum: members.rows}
      - {id: opened, label: New members, sum: members.opened}
      - {id: middle, label: Score in the middle, value: score_middle}

    """

  /// The months of which something has come.
  var named: [Month] { months.filter { month in paths.contains { $0.hasPrefix(month.description) } } }

  /// Some things happen; a month is run, and sometimes published.
  mutating func step(_ number: Int) async throws {
    morning = LocalTime(minutes: (17_000 + number) * 1440)
    let what = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      actions.randomElement(using: &random) ?? .file
    }
    for action in what { try happen(action) }
    // A month must have come to be run.
    if paths.isEmpty { try happen(.file) }
    guard let month = named.randomElement(using: &random),
      let time = LocalTime(day: Day(number: 17_000 + number), hour: 9, minute: 0)
    else { return }
    let workspace = try campaign.open()
    let options = ReadingOptions(threads: 2)
    let result = try await workspace.run(
      RunRequest(month: month, now: time, output: nil, options: options))
    #expect(!result.summary.isEmpty)
    if actions.contains(.replace), number % 3 == 1 {
      // Where nothing has changed, or a gate is missed, it is refused.
      _ = try? await workspace.publish(
        month, now: time, evenIfProvisional: true, output: nil, options: options)
    }
    let made = campaign.root.appending("reports/\(month)").display
    written.append(
      Written(month: month, time: time, what: "\(what)", files: try contents(made)))
  }

  private mutating func happen(_ action: Action) throws {
    switch action {
    case .file: try put(name(), rows())
    case .replace: if let path = paths.randomElement(using: &random) { try put(path, rows()) }
    case .copy:
      guard let path = paths.randomElement(using: &random) else { return }
      try put(String(path.prefix(8)) + "copy-\(Int.random(in: 0...2, using: &random)).csv", read(path))
    case .moveAway:
      guard let path = paths.randomElement(using: &random) else { return }
      try FileSystem.remove(campaign.root.appending("inbox/" + path))
      paths.removeAll { $0 == path }
    case .withdraw: try withdraw()
    case .received: try list()
    case .registry:
      try change("registry.csv", from: "Westbank", to: "Westbank \(Int.random(in: 1...9, using: &random))")
    case .campaign: try change("campaign.yaml", from: "decimals: 0", to: "decimals: 1")
    }
  }

  private mutating func name() -> String {
    let month = months.randomElement(using: &random)?.description ?? "2016-06"
    let folder = Bool.random(using: &random) ? "C1/" : ""
    count += 1
    // Without replacing, each file has a name of its own.
    let number = actions.contains(.replace) ? Int.random(in: 0...4, using: &random) : count
    return "\(month)/\(folder)file-\(number).csv"
  }

  private mutating func rows() -> [UInt8] {
    Bool.random(using: &random) ? ledgerRows() : returnRows()
  }

  private mutating func ledgerRows() -> [UInt8] {
    var text = "code,Number,Person,Born,Score,Until\n"
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let (unit, number) = (Int.random(in: 1...3, using: &random), Int.random(in: 1...9, using: &random))
      let until = ["", "", "2016-05-10"].randomElement(using: &random) ?? ""
      text += "C1-0\(unit),M\(number),Person \(number),19\(80 + number * 2)-05-0\(number),"
      text += "\(Int.random(in: 0...9, using: &random)),\(until)\n"
    }
    return Array(text.utf8)
  }

  private mutating func returnRows() -> [UInt8] {
    var text = "code,Kick-off,New organisations,Work fund\n"
    for unit in 1...3 where Int.random(in: 0...3, using: &random) > 0 {
      let flag = ["yes", "no", "perhaps", ""].randomElement(using: &random) ?? ""
      text +=
        "C1-0\(unit),\(flag),\(Int.random(in: 0...20, using: &random)),\(Int.random(in: 0...9, using: &random))\n"
    }
    return Array(text.utf8)
  }

  private func read(_ path: String) throws -> [UInt8] {
    try FileSystem.read(campaign.root.appending("inbox/" + path), limit: 1 << 20) ?? []
  }

  private mutating func put(_ path: String, _ bytes: [UInt8]) throws {
    let file = campaign.root.appending("inbox/" + path).display
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    if !paths.contains(path) { paths.append(path) }
    // The time of receipt is what the list says; a new file without one has its own time.
    received[path] = received[path] ?? "2016-07-0\(Int.random(in: 1...9, using: &random)) 10:00"
    try writeList(String(path.prefix(7)))
  }

  private mutating func list() throws {
    guard let path = paths.randomElement(using: &random) else { return }
    received[path] = "2016-07-1\(Int.random(in: 0...9, using: &random)) 10:00"
    try writeList(String(path.prefix(7)))
  }

  private func writeList(_ month: String) throws {
    let lines = received.filter { $0.key.hasPrefix(month) }.sorted { $0.key < $1.key }
      .map { "\($0.key.dropFirst(8)),\($0.value)\n" }
    let file = campaign.root.appending("inbox/\(month)/received.csv").display
    try Data(("file,received_at\n" + lines.joined()).utf8).write(to: URL(fileURLWithPath: file))
  }

  private mutating func withdraw() throws {
    guard let path = paths.randomElement(using: &random), let month = Month(path.prefix(7)) else { return }
    let digest = SHA256.hex(of: try read(path))
    // What was not run yet is not in the history, and cannot be withdrawn.
    _ = try? campaign.open().withdraw(
      digest, month: month, reason: "test", undo: Bool.random(using: &random), now: morning)
  }

  private func change(_ name: String, from: String, to: String) throws {
    let file = campaign.root.appending(name).display
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let changed = text.replacingOccurrences(of: from, with: to)
    try changed.write(toFile: file, atomically: true, encoding: .utf8)
  }
}
