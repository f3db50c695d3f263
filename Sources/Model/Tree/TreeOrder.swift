/// The order in which a unit is followed by all that is below it, siblings in the order of their codes.
struct TreeOrder {
  /// The places of the units in the order of codes.
  private(set) var places: [Int32] = []
  /// For each unit that of the one above; -1 for the top.
  private(set) var parents: [Int32] = []
  /// For each unit one past the last that is below it.
  private(set) var ends: [Int32] = []

  private init(count: Int) {
    places.reserveCapacity(count)
    parents.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  /// The order of codes, where it is such an order; else `nil`. `order` says where the rows stand in the order of their
  /// codes.
  init?(inOrderOf rows: [RegistryRow], _ order: [Int]) {
    self.init(count: order.count)
    /// The units above the next one.
    var path: [(code: UnitCode, unit: Int32)] = []
    for (unit, index) in order.enumerated() {
      let parent = rows[index].parent
      while let last = path.last, last.code != parent {
        ends[Int(last.unit)] = Int32(unit)
        path.removeLast()
      }
      // Whoever has one above comes right behind it, or behind others below it.
      guard parent == nil || !path.isEmpty else { return nil }
      places.append(Int32(unit))
      parents.append(path.last?.unit ?? -1)
      ends.append(0)
      path.append((rows[index].code, Int32(unit)))
    }
    for last in path { ends[Int(last.unit)] = Int32(order.count) }
  }

  /// The order of any rows that make a tree; `codes` are theirs in their order.
  init(_ rows: [RegistryRow], _ order: [Int], _ codes: [UnitCode]) {
    self.init(count: order.count)
    let kin = Kin(rows, order, codes)
    // An explicit stack: a hostile registry may be as deep as it is long.
    enum Step { case enter(place: Int32, parent: Int32), leave(unit: Int) }
    var steps: [Step] = order.indices.reversed().filter { rows[order[$0]].parent == nil }
      .map { .enter(place: Int32($0), parent: -1) }
    while let step = steps.popLast() {
      switch step {
      case .leave(let unit): ends[unit] = Int32(places.count)
      case .enter(let place, let parent):
        let unit = places.count
        places.append(place)
        parents.append(parent)
        ends.append(0)
        steps.append(.leave(unit: unit))
        let first = steps.count
        var child = kin.first[Int(place)]
        while child >= 0 {
          steps.append(.enter(place: child, parent: Int32(unit)))
          child = kin.next[Int(child)]
        }
        steps[first...].reverse()
      }
    }
  }
}

/// Which rows lie below which, by their places in the order of codes.
private struct Kin {
  /// For each place the first of those below, and the next that is below the same; -1 for none.
  var first, next: [Int32]

  init(_ rows: [RegistryRow], _ order: [Int], _ codes: [UnitCode]) {
    first = [Int32](repeating: -1, count: order.count)
    next = first
    // From the last to the first, so that those below one stand in their order.
    for place in order.indices.reversed() {
      guard let parent = rows[order[place]].parent.flatMap(codes.place) else { continue }
      next[place] = first[parent]
      first[parent] = Int32(place)
    }
  }
}

extension [UnitCode] {
  /// The place of a code among codes in their order; `nil` where it is none of them.
  func place(of code: UnitCode) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == code ? low : nil
  }
}
