import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Workbooks whose own tables lead astray.
@Suite struct LegacyShapeTests {
  private let good: [UInt8]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    good = Array(try Data(contentsOf: root.appending(path: "fixtures/workbooks/legacy-1900.xls")))
  }

  private func fault(_ bytes: [UInt8]) -> RecordFault.Kind? { LegacyBook.fault(ofFile: bytes) }

  /// Where the list of contents begins.
  private var directory: Int { 512 * (Int(Little.long(good, 48)) + 1) }

  @Test func aGoodOneIsRead() { #expect(fault(good) == nil) }

  /// There is a place of 64 bytes for it.
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

  /// A file for Excel 95 and 97 has a stream for each.
  @Test func twoStreams() throws {
    var old = LegacyBook()
    (old.version, old.first.name) = (0x0500, "A")
    old.sheet = [LegacyBook.number(0, 0, 95)]
    var new = LegacyBook()
    new.sheet = [LegacyBook.number(0, 0, 97)]
    for (first, second) in [(old, new), (new, old)] {
      let stream = first.stream + [UInt8](repeating: 0, count: 4096 - first.stream.count)
      var bytes = LegacyFile(stream + second.stream + [UInt8](repeating: 0, count: 4096)).bytes
      let root = 1024
      // The stream of the first has eight sectors; the other goes on with what follows.
      bytes.replaceSubrange((root + 248)..<(root + 252), with: LegacyFile.long(4096))
      let start = Little.long(bytes, root + 244)
      bytes.replaceSubrange(
        (root + 256)..<(root + 384), with: bytes[(root + 128)..<(root + 256)])
      bytes.replaceSubrange(
        (root + 372)..<(root + 380), with: LegacyFile.long(Int(start) + 8) + LegacyFile.long(4096))
      let table = 512 + 4 * (Int(start) + 7)
      bytes.replaceSubrange(table..<(table + 4), with: LegacyFile.long(-2))
      let name =
        "Book".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] } + [UInt8](repeating: 0, count: 56) + [10, 0]
      let entry = first.version == 0x0500 ? root + 128 : root + 256
      bytes.replaceSubrange(entry..<(entry + 66), with: name)
      #expect(try LegacyBook.cells(of: bytes) == [["97"]])
    }
  }

  /// Small streams lie in sectors of their own, in any order.
  @Test func smallStreams() throws {
    var book = LegacyBook()
    book.sheet = (0..<9).map { LegacyBook.number(0, $0, 5) }
    let stream = book.stream
    #expect((192..<512).contains(stream.count))
    var bytes = LegacyFile(stream).bytes
    // The root has the sectors of 64 bytes; the workbook begins in the second of them and goes on in the first.
    let root = 1024
    bytes.replaceSubrange((root + 116)..<(root + 124), with: bytes[(root + 244)..<(root + 252)])
    bytes.replaceSubrange(
      (root + 244)..<(root + 252), with: LegacyFile.long(1) + LegacyFile.long(stream.count))
    let start = 512 * (Int(Little.long(bytes, root + 116)) + 1)
    let sectors = (stream.count + 63) / 64
    let laid = Array(stream[64..<128]) + stream[..<64] + stream[128...]
    bytes.replaceSubrange(start..<(start + stream.count), with: laid)
    let order = [2, 0] + (3..<sectors).map { $0 } + [-2]
    let table = bytes.count
    bytes += (order + [Int](repeating: -1, count: 128 - order.count)).flatMap(LegacyFile.long)
    // Their table is one sector more, which ends its chain.
    let sector = table / 512 - 1
    bytes.replaceSubrange(60..<68, with: LegacyFile.long(sector) + LegacyFile.long(1))
    let place = 512 + 4 * sector
    bytes.replaceSubrange(place..<(place + 4), with: LegacyFile.long(-2))
    #expect(try LegacyBook.cells(of: bytes) == [[String](repeating: "5", count: 9)])
    // A chain that goes in a circle.
    bytes.replaceSubrange((table + 4)..<(table + 8), with: LegacyFile.long(1))
    #expect(fault(bytes) == .damaged)
  }

  /// One whose table of sectors takes several.
  @Test func largeStreams() throws {
    var book = LegacyBook()
    for row in 0..<9000 {
      book.sheet += [(0x00EC, [UInt8](repeating: 1, count: 500)), LegacyBook.number(row, 0, Double(row))]
    }
    #expect(book.stream.count > 4 << 20)
    #expect(try book.cells() == (0..<9000).map { ["\($0)"] })
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
