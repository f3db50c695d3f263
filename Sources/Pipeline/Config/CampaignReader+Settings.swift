import Model
import Yams

/// The settings beside forms and indicators.
extension CampaignReader {
  /// `due_day` of the month `due_months_after` the one reported, moved by `holidays`.
  func deadline(_ top: ConfigMap) -> Deadline {
    let holidays = top.texts("holidays").compactMap { text, node -> Day? in
      if let day = Day(text) { return day }
      top.file.report(.wrongType(key: "holidays", expected: .day), at: node)
      return nil
    }
    return Deadline(
      dayOfMonth: top.whole("due_day", in: 1...31) ?? 5,
      monthsAfter: top.whole("due_months_after", in: 0...12) ?? 1, holidays: Set(holidays))
  }

  /// `utc_offset: "+08:00"` in minutes.
  func offset(_ top: ConfigMap) -> Int {
    guard let node = top.node("utc_offset") else { return 480 }
    let bytes = Array((node.scalar?.string ?? "").utf8)
    let colon = UInt8(ascii: ":")
    if bytes.count == 6, bytes[3] == colon, let hours = Digits.value(bytes[1..<3]),
      let minutes = Digits.value(bytes[4..<6]), hours < 15, minutes < 60
    {
      if bytes[0] == UInt8(ascii: "+") { return hours * 60 + minutes }
      if bytes[0] == UInt8(ascii: "-") { return -(hours * 60 + minutes) }
    }
    top.file.report(.wrongType(key: "utc_offset", expected: .offset), at: node)
    return 480
  }

  /// `registry: {prefixes: [2, 4, 6, 9]}`: the lengths of the codes of the levels below the top; empty without it.
  func prefixes(_ registry: ConfigMap?, _ levels: Levels) -> [Int] {
    guard let registry else { return [] }
    defer { registry.finish() }
    guard let list = registry.node("prefixes", required: true) else { return [] }
    let nodes = registry.list("prefixes")
    let range = Registry.prefixLengths
    var lengths: [Int] = []
    for node in nodes {
      guard let length = node.scalar.flatMap({ Int($0.string) }), range.contains(length) else {
        registry.file.report(.wrongType(key: "prefixes", expected: .whole(range)), at: node)
        continue
      }
      if let last = lengths.last, length <= last {
        registry.file.report(.wrongType(key: "prefixes", expected: .above(last)), at: node)
      }
      lengths.append(length)
    }
    if case .sequence = list, nodes.count != levels.count - 1 {
      registry.file.report(.wrongType(key: "prefixes", expected: .lengths(levels.count - 1)), at: list)
    }
    return lengths
  }

  /// `run: {gates: {received: 90, rejected: 20}, outputs: [page, workbook]}`.
  func run(_ run: ConfigMap?) -> (gate: Gate, outputs: Set<OutputKind>) {
    let gates = run?.map("gates")
    defer {
      gates?.finish()
      run?.finish()
    }
    let gate = Gate(
      received: gates?.whole("received", in: 0...100) ?? 0,
      rejected: gates?.whole("rejected", in: 0...1_000_000))
    return (gate, outputs(run))
  }

  /// `outputs: [page, workbook]`: all where the key is missing, none where the list is empty.
  private func outputs(_ run: ConfigMap?) -> Set<OutputKind> {
    guard let run, run.node("outputs") != nil else { return Set(OutputKind.allCases) }
    let names = run.distinct("outputs", in: OutputKind.allCases.map(\.rawValue), what: .output)
    return Set(names.compactMap(OutputKind.init))
  }
}
