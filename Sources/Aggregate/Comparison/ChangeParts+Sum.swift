import Model

extension ChangeParts {
  /// What was restated and the parts of the change since; `nil` where they, or their sums on the way, do not
  /// fit.
  init?(restated: Int128, _ parts: Decomposition.Parts) {
    let all = [restated, parts.registry, parts.started, parts.stopped, parts.real]
    let narrow = all.compactMap { Int64(exactly: $0) }
    guard narrow.count == 5 else { return nil }
    var sum: Int128 = 0
    for part in all {
      sum += part
      guard Int64(exactly: sum) != nil else { return nil }
    }
    self.init(
      restated: narrow[0], registry: narrow[1], started: narrow[2], stopped: narrow[3],
      real: narrow[4])
  }

  /// The change of the value as printed, from one figure to another: the parts of numerator and denominator
  /// are added one after another in their order, and each value is rounded as in print. A step without a
  /// quotient leaves the value as it was. `nil` where one of the figures has nothing to say.
  static func ofValue(
    from published: Figure, to current: Figure, _ numerator: ChangeParts,
    _ denominator: ChangeParts?, decimals: Int
  ) -> ChangeParts? {
    guard let first = published.value(decimals: decimals),
      let last = current.value(decimals: decimals)
    else { return nil }
    var top = Int128(published.numerator)
    var bottom = Int128(published.denominator ?? 0)
    var values = [first]
    for (step, part) in numerator.all.enumerated() {
      top += Int128(part)
      bottom += Int128(denominator?.all[step] ?? 0)
      let known = step == 4 ? last : value(of: current, top, bottom, decimals)
      values.append(known ?? values[step])
    }
    let parts = (0..<5).map { Int128(values[$0 + 1]) - Int128(values[$0]) }
    return ChangeParts(
      restated: parts[0],
      Decomposition.Parts(registry: parts[1], started: parts[2], stopped: parts[3], real: parts[4]))
  }

  private static func value(
    of figure: Figure, _ top: Int128, _ bottom: Int128, _ decimals: Int
  ) -> Int64? {
    guard let top = Int64(exactly: top), let bottom = Int64(exactly: bottom) else { return nil }
    var step = figure
    step.numerator = top
    if step.denominator != nil { step.denominator = bottom }
    step.status = .normal
    return step.value(decimals: decimals)
  }
}
