import Foundation
import TestSupport
import Testing

@testable import Ingest

/// freexl is handed no workbook whose own tables lead astray.
@Suite struct LegacyShapeTests {
  private let good: [UInt8]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    good = Array(try Data(contentsOf: root.appending(path: "fixtures/workbooks/legacy-1900.xls")))
  }

  private func fault(_ bytes: [UInt8]) -> RecordFault.Kind? {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { bytes in
      do throws(RecordFault.Kind) {
        try unsafe LegacyShape.check(bytes)
        return nil
      } catch {
        return error
      }
    }
  }

  /// Where the list of contents begins.
  private var directory: Int { 512 * (Int(Little.long(good, 48)) + 1) }

  @Test func aGoodOneIsRead() { #expect(fault(good) == nil) }

  /// freexl takes so many bytes from a place of 64.
  @Test func aNameLongerThanItsPlace() {
    var bytes = good
    (bytes[directory + 64], bytes[directory + 65]) = (0x12, 0x27)
    #expect(fault(bytes) == .damaged)
  }

  @Test func chainsWithoutEnd() {
    var bytes = good
    // The table of sectors is in the sector that the header names; each follows itself.
    let table = 512 * (Int(Little.long(good, 76)) + 1)
    for sector in 0..<128 {
      bytes[table + 4 * sector] = UInt8(sector)
      for byte in 1..<4 { bytes[table + 4 * sector + byte] = 0 }
    }
    #expect(fault(bytes) == .damaged)
  }

  @Test func chainsThatLeaveTheFile() {
    for place in [48, 60, 68, 76] {
      var bytes = good
      bytes.replaceSubrange(place..<(place + 4), with: [0xFF, 0xFF, 0xFF, 0x0F])
      #expect(place == 60 || fault(bytes) == .damaged, "\(place)")
    }
    #expect(fault(Array(good.prefix(1500))) == .damaged)
    #expect(fault(Array(good.prefix(100))) == .damaged)
  }

  @Test func anotherDocument() {
    var bytes = good
    for entry in stride(from: directory, to: directory + 512, by: 128) where bytes[entry] == UInt8(ascii: "W")
    {
      bytes[entry] = UInt8(ascii: "w")
    }
    #expect(fault(bytes) == .notAWorkbook)
  }

  @Test func recordsLongerThanTheFormatAllows() {
    #expect(LegacyRecords.areSound([9, 8, 2, 0, 1, 2, 10, 0, 0, 0]))
    #expect(LegacyRecords.areSound([9, 8, 0, 0, 0, 0, 0, 0]))
    #expect(!LegacyRecords.areSound([9, 8, 3, 0, 1, 2]))
    #expect(!LegacyRecords.areSound([9, 8, 0x21, 0x20] + [UInt8](repeating: 0, count: 9000)))
    #expect(!LegacyRecords.areSound([]))
  }

  @Test func anyBytesEnd() {
    var random = SplitMix64(seed: 97)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = fault(bytes)
    }
  }
}
