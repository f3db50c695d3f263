/// Which keys were seen: a bit for each, 64 keys that follow each other in a word. Numbers that are given out one after
/// another take a bit or two each, anything else 32 bytes.
struct KeyBlocks {
  /// Beyond so many words no more are taken in, so that memory is bounded.
  static let most = 2 << 20

  /// The keys of a word have the same number without its last 6 bits; a word without keys is free.
  private var numbers: [Int64]
  private var words: [UInt64]
  private var count = 0

  init() {
    numbers = [Int64](repeating: 0, count: 1 << 10)
    words = [UInt64](repeating: 0, count: 1 << 10)
  }

  /// Takes in a key; `false` where it was seen before.
  mutating func insert(_ key: Int64) -> Bool {
    let place = place(of: key >> 6)
    let bit = UInt64(1) << UInt64(key & 63)
    if words[place] & bit != 0 { return false }
    if words[place] == 0 {
      guard count < KeyBlocks.most else { return true }
      numbers[place] = key >> 6
      count += 1
    }
    words[place] |= bit
    if count * 2 > words.count { grow() }
    return true
  }

  /// Takes in the keys of another; how many of them were seen before.
  mutating func merge(_ other: KeyBlocks) -> Int {
    var twice = 0
    for (index, word) in other.words.enumerated() where word != 0 {
      let place = place(of: other.numbers[index])
      twice += (words[place] & word).nonzeroBitCount
      guard words[place] != 0 || count < KeyBlocks.most else { continue }
      if words[place] == 0 { count += 1 }
      numbers[place] = other.numbers[index]
      words[place] |= word
      if count * 2 > words.count { grow() }
    }
    return twice
  }

  /// Where the keys of a number are, or may be put.
  private func place(of number: Int64) -> Int {
    let mask = words.count - 1
    let hash = UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while words[place] != 0, numbers[place] != number { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldNumbers, oldWords) = (numbers, words)
    numbers = [Int64](repeating: 0, count: oldWords.count * 2)
    words = [UInt64](repeating: 0, count: oldWords.count * 2)
    for (index, word) in oldWords.enumerated() where word != 0 {
      let place = place(of: oldNumbers[index])
      numbers[place] = oldNumbers[index]
      words[place] = word
    }
  }
}
