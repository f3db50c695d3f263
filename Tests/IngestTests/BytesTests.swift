import Testing

@testable import Ingest

@Suite struct BytesTests {
  @Test func digests() {
    let text = Array("abc".utf8)
    let hex = unsafe text.withUnsafeBytes { unsafe SHA256.hex(of: $0) }
    #expect(hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let none = unsafe SHA256.hex(of: UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(none == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func decodesGB18030() {
    let decoder = TextDecoder(.gb18030)
    let text: (([UInt8]) -> String?) = { decoder.text($0.span) }
    #expect(text([0xD5, 0xF2]) == "镇")
    #expect(text([0x80, 0x35]) == "€5")
    // 0x80 as the second byte of 亐 is not a euro.
    #expect(text([0x81, 0x80, 0x80]) == "亐€")
    #expect(text([0x82, 0x34, 0x88, 0x38, 0x80]) == "䢺€")
    #expect(text([0x95, 0x32, 0x82, 0x36]) == "𠀀")
    #expect(text([0xD5]) == nil)
    #expect(text([0xFF]) == nil)
    #expect(text([0xD5, 0xF2]) == "镇", "a fault leaves nothing behind")
    #expect(text([]) == "")
    #expect(text(Array(repeating: 0x80, count: 1000))?.count == 1000)
  }

  @Test func tellsEncodings() {
    func candidates(_ bytes: [UInt8]) -> ([TextEncoding], Int) {
      let found = unsafe bytes.withUnsafeBytes { unsafe TextEncoding.candidates(for: $0) }
      return (found.encodings, found.mark)
    }
    #expect(candidates([]) == ([.utf8], 0))
    #expect(candidates(Array("镇".utf8)) == ([.utf8], 0))
    #expect(candidates([0xEF, 0xBB, 0xBF, 0xFF]) == ([.utf8], 3))
    #expect(candidates([0xFF, 0xFE, 0x47, 0x95]) == ([.utf16LittleEndian], 2))
    #expect(candidates([0xFE, 0xFF, 0x95, 0x47]) == ([.utf16BigEndian], 2))
    #expect(candidates([0xD5, 0xF2]) == ([.gb18030, .utf8], 0))
  }

  @Test func transcodesUTF16() {
    func utf8(_ bytes: [UInt8], isBigEndian: Bool = false) -> [UInt8] {
      unsafe bytes.withUnsafeBytes { unsafe TextEncoding.transcode(utf16: $0, isBigEndian: isBigEndian) }
    }
    #expect(utf8([0x47, 0x95, 0x40, 0xD8, 0x00, 0xDC]) == Array("镇𠀀".utf8))
    #expect(utf8([0x95, 0x47], isBigEndian: true) == Array("镇".utf8))
    #expect(utf8([0x40, 0xD8, 0x41, 0x00, 0x42]) == [0xFF, 0x41, 0xFF])
  }

  @Test func blanksAreUnicodesWhiteSpaceAndWhatIsNotSeen() {
    let unseen: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2060, 0x2066...0x2069,
      0xFEFF...0xFEFF,
    ]
    for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
      let isBlank = scalar.properties.isWhitespace || unseen.contains { $0.contains(scalar.value) }
      if Folding.isBlank(scalar) != isBlank { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  @Test func putsTextOnOneLine() {
    #expect(Folding.oneLine("城关镇") == "城关镇")
    #expect(Folding.oneLine("\u{3000}城关\r\n镇\t") == "城关 镇")
    #expect(Folding.oneLine("a\u{202E}b\u{0}c\u{3000}d") == "abc\u{3000}d")
    #expect(Folding.oneLine(" \u{FEFF} ") == "")
  }

  /// Texts that are compared as they are are those of which nothing is folded.
  @Test func namesAreFoldedCharacterByCharacter() {
    for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
      let text = "镇" + String(Character(scalar)) + "Z"
      let folded = Folding.name(text)
      let alone = Folding.name(String(Character(scalar)))
      if folded != "镇" + alone + "z" { Issue.record("U+\(String(scalar.value, radix: 16)): \(folded)") }
      let code = Folding.code(String(Character(scalar)))
      let isASCII = code.unicodeScalars.allSatisfy(\.isASCII)
      if Folding.isBlank(scalar) != alone.isEmpty || (isASCII && alone != code.lowercased()) {
        Issue.record("U+\(String(scalar.value, radix: 16)): \(alone)")
      }
    }
  }

  @Test(arguments: [
    ("长安县人民政府", "长安县"), ("城关街道办事处", "城关街道"), ("长安 县 政府", "长安县"), ("政府", "政府"), ("县政府", "县政府"),
    ("ＡＢ县办事处", "ab县"),
    ("长安县", "长安县"), ("", ""),
  ])
  func namesOfOffices(_ name: String, _ shaped: String) { #expect(UnitNames.shaped(name) == shaped) }
}
