import Model

@testable import Ingest

/// Text files: read with and without the lanes, by all that reads them, and every row of a unit accounted for.
enum CSVTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), FullWidthCommas.separator] {
      try FuzzFault.unless(
        records(bytes, delimiter, withLane: true) == records(bytes, delimiter, withLane: false),
        "the lane of plain records differs from libcsv, by \(delimiter)")
    }
    let digest = FuzzDigest.of(bytes)
    guard let world = FuzzWorld.of(bytes) else { return }
    let sender = world.senders[Int(digest / 4 % UInt64(world.senders.count))]
    let facts = try FileFacts(bytes, world, sender)
    if digest % 8 == 0 {
      try FuzzFault.unless(try facts == FileFacts(bytes, world, sender), "read twice, read otherwise")
    }
    try compareLanes(bytes, world, sender, facts)
    try RowAccount.check(bytes, world, sender)
    FileTargets.readOtherwise(bytes, world)
  }

  private static func compareLanes(
    _ bytes: [UInt8], _ world: FuzzWorld, _ sender: Int?, _ facts: FileFacts
  ) throws(FuzzFault) {
    let slow = try FileFacts(bytes, world, sender, usesLane: false)
    try FuzzFault.unless(facts == slow, "the lane of rows differs")
    guard !world.campaign.ledgers.isEmpty, FuzzDigest.of(bytes) % 4 == 0 else { return }
    let (fast, all) = try (
      FileFacts(bytes, world, sender, isOfAnyMonth: true),
      FileFacts(bytes, world, sender, usesLane: false, isOfAnyMonth: true)
    )
    try FuzzFault.unless(fast == all, "the lane of rows of all months differs")
  }

  private struct Records: Equatable {
    var rows: [Int] = []
    var fields: [[[UInt8]]] = []
    var fault: RecordFault?
  }

  private static func records(_ bytes: [UInt8], _ delimiter: UInt8, withLane: Bool) -> Records {
    // The array outlives the reader.
    unsafe bytes.withUnsafeBytes { bytes in
      var reader = unsafe CSVReader(bytes, delimiter: delimiter)
      reader.isLaneOpen = withLane
      var (records, record) = (Records(), Record())
      do throws(RecordFault) {
        while try reader.next(into: &record) {
          records.rows.append(record.row)
          records.fields.append((0..<record.count).map { Array(record[$0]) })
        }
      } catch {
        records.fault = error
      }
      return records
    }
  }
}

/// What else reads a received file.
enum FileTargets {
  static func readOtherwise(_ bytes: [UInt8], _ world: FuzzWorld) {
    // The array outlives the calls.
    unsafe bytes.withUnsafeBytes { bytes in
      _ = unsafe SheetCopy.sheets(of: bytes)
      _ = unsafe world.mask?.masked(bytes, path: "a")
    }
  }
}
