/// A check that the program brings along; its raw value is the code of its findings and its key in campaign.yaml.
public enum BuiltInCheck: String, Hashable, Sendable, CaseIterable {
  /// An item that is not optional is blank.
  case requiredBlank = "required-blank"
  /// A number lies outside the item's `min` and `max`.
  case range
  /// The parts of an item do not add up to it.
  case partsSum = "parts-sum"
  /// Every number of a return is 0.
  case allZero = "all-zero"
  /// Every flag of a return is yes, and every percentage 100.
  case allFull = "all-full"
  /// A text holds an identity number or a mobile number.
  case personalData = "personal-data"
  /// Last month's stock and the month's flows do not give the month's stock.
  case stockFlow = "stock-flow"
  /// A stock that cannot fall has fallen.
  case stockFell = "stock-fell"
  /// Two rows of a file hold each other's values.
  case swappedRows = "swapped-rows"
  /// The return is last month's once more.
  case copied
  /// The return is that of a sibling.
  case sameAsSibling = "same-as-sibling"
  /// A number is 10, 100 or 10,000 times what it ought to be, or that part of it.
  case scale
  /// Two digits of a number have changed places.
  case transposed
  /// A number is many times last month's, or that part of it.
  case jump
  /// A number is far from the unit's own earlier ones.
  case outlierOwn = "outlier-own"
  /// A number is far from those of the unit's siblings.
  case outlierSiblings = "outlier-siblings"

  /// Its place among all of them.
  var position: Int { BuiltInCheck.allCases.firstIndex(of: self) ?? 0 }

  /// Whether it looks at nothing but a unit's own return of the month; only such a check may reject.
  public var isOwn: Bool {
    switch self {
    case .requiredBlank, .range, .partsSum, .allZero, .allFull, .personalData: true
    case .stockFlow, .stockFell, .swappedRows, .copied, .sameAsSibling, .scale, .transposed, .jump,
      .outlierOwn, .outlierSiblings:
      false
    }
  }

  /// What its findings weigh where the campaign does not say.
  public var severity: Severity {
    switch self {
    case .requiredBlank, .allFull, .outlierSiblings: .note
    default: .query
    }
  }

  /// Whether it is made where the campaign does not say: units of a level may differ greatly.
  public var isOnByDefault: Bool { self != .outlierSiblings }

  /// Its thresholds, each with its default and the values that it may have.
  public var limits: [(limit: CheckLimit, value: Int, range: ClosedRange<Int>)] {
    switch self {
    case .requiredBlank, .range, .personalData, .stockFell: []
    case .partsSum, .stockFlow: [(.tolerance, 0, 0...1_000_000_000)]
    case .allZero, .allFull, .sameAsSibling: [(.values, 4, 1...1000)]
    case .swappedRows: [(.values, 4, 2...1000), (.near, 10, 0...100)]
    case .copied: [(.values, 4, 1...1000), (.changed, 50, 0...100)]
    case .scale: [(.values, 3, 2...1000), (.siblings, 8, 4...1000), (.least, 20, 0...1_000_000_000)]
    case .transposed: [(.values, 4, 2...1000)]
    case .jump: [(.factor, 5, 2...1_000_000), (.least, 20, 0...1_000_000_000)]
    case .outlierOwn:
      [
        (.score, 5, 1...1000), (.values, 6, 3...1000), (.least, 20, 0...1_000_000_000), (.near, 50, 0...1000),
      ]
    case .outlierSiblings: [(.score, 4, 1...1000), (.values, 8, 4...1000), (.least, 20, 0...1_000_000_000)]
    }
  }
}

/// A threshold of a check; its raw value is its key in campaign.yaml.
public enum CheckLimit: String, Hashable, Sendable, CaseIterable {
  /// How many times the smaller number the larger one is.
  case factor
  /// By how much two numbers differ at least, in whole units of the item.
  case least
  /// The modified Z score above which a number is an outlier.
  case score
  /// The fewest values to judge by.
  case values
  /// The fewest siblings with a value to judge by.
  case siblings
  /// By how much a sum may be wrong, in whole units of the item.
  case tolerance
  /// The percentage of units whose return must have changed for an unchanged one to be told.
  case changed
  /// By how many percent a number may differ from one that it fits.
  case near
}
