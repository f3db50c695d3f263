import Foundation
import TestSupport
import Testing

@testable import Ingest

/// The lane of plain records must give what libcsv gives, on any input: rows, cells, and where reading stops.
@Suite struct PlainLaneTests {
  /// What a reader makes of bytes.
  private struct Outcome: Equatable {
    struct Row: Equatable {
      var row: Int
      var fields: [[UInt8]]
      var size: Int
      var isText: Bool
    }
    var rows: [Row] = []
    var fault: RecordFault?
  }

  private static func read(_ bytes: [UInt8], _ delimiter: UInt8, withLane: Bool) -> Outcome {
    // The array outlives the reader.
    unsafe bytes.withUnsafeBytes { bytes in
      var reader = unsafe CSVReader(bytes, delimiter: delimiter)
      reader.isLaneOpen = withLane
      var outcome = Outcome()
      var record = Record()
      do throws(RecordFault) {
        while try reader.next(into: &record) {
          outcome.rows.append(
            Outcome.Row(
              row: record.row, fields: (0..<record.count).map { Array(record[$0]) }, size: record.size,
              isText: record.isText))
        }
      } catch {
        outcome.fault = error
      }
      return outcome
    }
  }

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), 0x1F]
  private static let pieces: [[UInt8]] = [
    [0x0A], [0x0D, 0x0A], [0x0D], [0x2C], [0x2C], [0x2C], [0x09], [0x3B], [0x1F], [0x22], [0x22, 0x22],
    [0x20],
    [0x00], [0x22, 0x0A, 0x22], [0xC2, 0xA0], Array("团员数".utf8), [0xB5, 0xA5, 0xCE, 0xBB], Array("1101".utf8),
    Array("0".utf8), Array("2025-06".utf8), Array("\"a,b\"".utf8), Array("68.5".utf8), [0xFF],
  ]

  /// Bytes that anything may stand in; `quotes` of ten pieces are as likely to be quotes as anything else.
  private static func random(_ generator: inout SplitMix64) -> [UInt8] {
    let calm = Int.random(in: 0..<4, using: &generator)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<120, using: &generator) {
      // Calm input has few quotes and lone carriage returns, so that both ways take turns.
      let isCalm = Int.random(in: 0..<4, using: &generator) < calm
      bytes +=
        isCalm
        ? Array("\(Int.random(in: 0..<99_999, using: &generator)),".utf8)
        : pieces.randomElement(using: &generator) ?? []
    }
    return bytes
  }

  /// Changes some bytes, and cuts or doubles a stretch.
  private static func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 7))
      default: bytes.insert(contentsOf: Array(bytes[place..<min(bytes.count, place + 40)]), at: place)
      }
    }
  }

  private static func differs(_ bytes: [UInt8]) -> UInt8? {
    delimiters.first { read(bytes, $0, withLane: true) != read(bytes, $0, withLane: false) }
  }

  /// Small CSV files to begin from: those of the fixtures, and of the corpora where they are.
  private static func seeds() -> [[UInt8]] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = [package.appending(path: "fixtures"), CSVSpectrumTests.folder.deletingLastPathComponent()]
    var found: [[UInt8]] = []
    for folder in folders {
      let files = FileManager.default.enumerator(atPath: folder.path)
      for case let name as String in files?.allObjects ?? [] where name.hasSuffix(".csv") {
        guard found.count < 600, let bytes = try? Data(contentsOf: folder.appending(path: name)) else {
          continue
        }
        found.append(Array(bytes.prefix(3000)))
      }
    }
    return found
  }

  /// So many inputs in a test; YUEBAO_FUZZ says another number, to be run by hand.
  private static let rounds = ProcessInfo.processInfo.environment["YUEBAO_FUZZ"].flatMap { Int($0) } ?? 4000

  @Test func givesWhatLibcsvGivesOfRandomBytes() {
    var generator = SplitMix64(seed: 20_250_101)
    for _ in 0..<Self.rounds {
      let bytes = Self.random(&generator)
      let delimiter = Self.differs(bytes)
      #expect(delimiter == nil, "\(bytes)")
      if delimiter != nil { return }
    }
  }

  @Test func givesWhatLibcsvGivesOfChangedFiles() throws {
    var generator = SplitMix64(seed: 7)
    let seeds = Self.seeds()
    try #require(seeds.count > 10)
    for round in 0..<Self.rounds {
      var bytes = seeds[round % seeds.count]
      if round >= seeds.count { Self.mutate(&bytes, &generator) }
      let delimiter = Self.differs(bytes)
      #expect(delimiter == nil, "\(bytes)")
      if delimiter != nil { return }
    }
  }

  @Test(arguments: [-2, -1, 0, 1, 2])
  func givesWhatLibcsvGivesAtItsLimits(_ more: Int) {
    let end: [UInt8] = [0x0D, 0x0A]
    let long = [UInt8](repeating: 0x31, count: PlainLane.longest + more)
    let wide = [UInt8](repeating: 0x2C, count: CSVReader.maximumColumns + more)
    for bytes in [long, long + end, long.dropLast() + end + long, wide, wide + end, end + wide + [0x0A]] {
      #expect(Self.differs(Array(bytes)) == nil)
    }
  }

  @Test func takesPlainRecords() {
    let bytes = Array("1,a\r\n团,,3\n".utf8)
    // The array outlives the call.
    let ends = unsafe bytes.withUnsafeBytes { bytes in
      var record = Record()
      let first = unsafe PlainLane(delimiter: 0x2C).read(bytes, from: 0, into: &record)
      record.clear()
      let second = unsafe PlainLane(delimiter: 0x2C).read(bytes, from: first ?? 0, into: &record)
      return [first, second]
    }
    #expect(ends == [5, bytes.count])
  }
}
