import TestSupport
import Testing

@testable import Render

/// Numbers written by words must be those written digit by digit.
@Suite struct CellRoomTests {
  @Test func writesWhatTheWriterWrites() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<3000 {
      var room = CellRoom(cells: 6)
      var writer = CSVWriter.part
      writer.number(1)
      for _ in 0..<6 {
        let size = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
        let number = Int.random(in: 0..<9, using: &random) == 0 ? nil : size
        let decimals = [0, 0, 1, 2, 4, 6, 18].randomElement(using: &random) ?? 0
        room.number(number, decimals: decimals)
        writer.number(number, decimals: decimals)
      }
      var other = CSVWriter.part
      other.number(1)
      other.cells(of: room)
      #expect(other.bytes == writer.bytes)
    }
  }

  /// Each small number, and those about the powers of ten, where the way of writing changes.
  @Test(arguments: [0, 1, 2, 3])
  func writesSmallNumbersAsTheWriterDoes(_ decimals: Int) {
    let powers = (6...12).map { Int64("1" + String(repeating: "0", count: $0)) ?? 0 }
    for first in stride(from: Int64(-5), to: 1_010_000, by: 101) + powers.map({ $0 - 50 }) {
      var room = CellRoom(cells: 101)
      var writer = CSVWriter.part
      var other = CSVWriter.part
      writer.number(1)
      other.number(1)
      for number in first..<first + 101 {
        room.number(number, decimals: decimals)
        writer.number(number, decimals: decimals)
      }
      other.cells(of: room)
      if other.bytes != writer.bytes { Issue.record("from \(first) on") }
    }
  }

  @Test func takesTheLongest() {
    var room = CellRoom(cells: 2)
    room.number(.min, decimals: 2)
    room.number(.min, decimals: 18)
    #expect(CellRoomTests.text(of: room) == ",-92233720368547758.08,-9.223372036854775808")
    room.clear()
    room.empty()
    room.number(0, decimals: 4)
    #expect(CellRoomTests.text(of: room) == ",,0.0000")
  }

  private static func text(of room: borrowing CellRoom) -> String {
    var bytes: [UInt8] = []
    room.copy(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
