/// The keys of a ledger's rows, each with the row that has it first. An open hash table of two flat arrays: a
/// dictionary would take several times the room and the time.
struct KeySet {
  /// Beyond so many keys no more are taken in, so that memory is bounded.
  static let most = 4 << 20

  /// 0 where nothing is: no key is 0.
  private var keys: [Int64]
  private var rows: [Int32]
  private var count = 0

  init() {
    keys = [Int64](repeating: 0, count: 1 << 10)
    rows = [Int32](repeating: 0, count: 1 << 10)
  }

  /// Takes in a key that is not 0; the row that has it already, else `nil`.
  mutating func insert(_ key: Int64, row: Int32) -> Int32? {
    let place = place(of: key)
    if keys[place] == key { return rows[place] }
    guard count < KeySet.most else { return nil }
    keys[place] = key
    rows[place] = row
    count += 1
    if count * 2 > keys.count { grow() }
    return nil
  }

  /// Where a key is, or may be put. Numbers that follow each other lie beside each other, as they come so.
  private func place(of key: Int64) -> Int {
    let mask = keys.count - 1
    let bits = UInt64(bitPattern: key)
    let hash = (bits >> 3) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: (hash >> 29) << 3 | bits & 7) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    keys = [Int64](repeating: 0, count: oldKeys.count * 2)
    rows = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != 0 {
      let place = place(of: key)
      keys[place] = key
      rows[place] = oldRows[index]
    }
  }
}
