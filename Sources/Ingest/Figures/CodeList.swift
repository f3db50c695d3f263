import Model

/// Codes as they are met, many of them many times.
struct CodeList: Sendable {
  private static let least = 1 << 16

  /// Beyond so many different codes, and one to say so, no more are taken in.
  let limit: Int
  private var codes: [UnitCode] = []
  /// How many may be there before what is there twice goes.
  private var most = CodeList.least

  init(limit: Int) { self.limit = limit }

  /// Takes in a code.
  mutating func add(_ code: UnitCode) {
    codes.append(code)
    guard codes.count >= most else { return }
    settle()
    most = max(CodeList.least, 2 * codes.count)
  }

  /// The codes in their order, each once.
  mutating func settled() -> [UnitCode] {
    settle()
    return codes
  }

  private mutating func settle() {
    // In most files they stand in their order.
    if !zip(codes, codes.dropFirst()).allSatisfy({ $0 <= $1 }) { codes.sort() }
    var kept = 0
    for place in codes.indices where place == 0 || codes[place] != codes[kept - 1] {
      codes[kept] = codes[place]
      kept += 1
    }
    codes.removeLast(codes.count - min(kept, limit + 1))
  }

  /// Two lists of codes in their order as one.
  static func merged(_ a: [UnitCode], _ b: [UnitCode]) -> [UnitCode] {
    guard let last = a.last, let first = b.first else { return a.isEmpty ? b : a }
    if last < first { return a + b }
    var all: [UnitCode] = []
    all.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        i += 1
      } else if b[j] < a[i] {
        all.append(b[j])
        j += 1
      } else {
        all.append(a[i])
        i += 1
      }
    }
    return all + a[i...] + b[j...]
  }
}
