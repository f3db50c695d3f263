/// Which keys were seen: a bit for each, 64 keys that follow each other in a word. Numbers that are given out one after
/// another take a bit or two each, anything else about 24 bytes.
struct KeyBlocks {
  /// Beyond so many words no more are taken in, so that memory is bounded.
  static let most = 2 << 20

  private struct Slot {
    /// The keys of a word have the same number without its last 6 bits.
    var number: Int64 = 0
    /// A bit a key; a slot without keys is free.
    var keys: UInt64 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0
  /// The slot of the last key, and where it belongs: the next is mostly in it. It is ahead of what stands there.
  private var last = Slot()
  private var lastPlace = 0

  /// Takes in a key; `false` where it was seen before.
  @inline(__always)
  mutating func insert(_ key: Int64) -> Bool {
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: key)
    guard last.number == key >> 6, last.keys != 0 else { return insertApart(key, bit) }
    let isNew = last.keys & bit == 0
    last.keys |= bit
    return isNew
  }

  /// The same of a key of another slot.
  private mutating func insertApart(_ key: Int64, _ bit: UInt64) -> Bool {
    putBack()
    let place = place(of: key >> 6)
    var slot = slots[place]
    if slot.keys & bit != 0 { return false }
    if slot.keys == 0 {
      guard count < KeyBlocks.most else { return true }
      slot.number = key >> 6
      count += 1
    }
    slot.keys |= bit
    (last, lastPlace, slots[place]) = (slot, place, slot)
    makeRoom(for: count)
    return true
  }

  /// Puts the slot of the last key where it belongs.
  private mutating func putBack() {
    if last.keys != 0 { slots[lastPlace] = last }
  }

  /// Takes in the keys of another; how many of them were seen before.
  mutating func merge(_ other: KeyBlocks) -> Int {
    putBack()
    // All at once: they come in the order of their places, and would crowd at the beginning of a table that grows.
    makeRoom(for: min(KeyBlocks.most, count + other.count))
    last = Slot()
    var twice = 0
    for (index, old) in other.slots.enumerated() where old.keys != 0 {
      let slot = index == other.lastPlace && other.last.keys != 0 ? other.last : old
      let place = place(of: slot.number)
      twice += (slots[place].keys & slot.keys).nonzeroBitCount
      guard slots[place].keys != 0 || count < KeyBlocks.most else { continue }
      if slots[place].keys == 0 { count += 1 }
      slots[place].number = slot.number
      slots[place].keys |= slot.keys
    }
    return twice
  }

  /// Where the keys of a number are, or may be put.
  private func place(of number: Int64) -> Int {
    let hash = UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[place].keys != 0, slots[place].number != number {
      place = place + 1 == slots.count ? 0 : place + 1
    }
    return place
  }

  /// Grows by a quarter at a time, as there may be a table for each of many months.
  private mutating func makeRoom(for count: Int) {
    guard count * 5 > slots.count * 4 else { return }
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(count, slots.count) * 5 / 4 + 1)
    for slot in old where slot.keys != 0 { slots[place(of: slot.number)] = slot }
    lastPlace = place(of: last.number)
  }
}
