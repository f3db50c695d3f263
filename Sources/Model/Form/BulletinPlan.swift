/// What the bulletin shows, and in which order.
public struct BulletinPlan: Hashable, Sendable {
  /// The position of the indicator by which child units are ranked; `nil` for the first rate.
  public var rankIndicator: Int?
  /// The rank of the level that is counted in that indicator; `nil` for its lowest.
  public var rankLevel: Int?
  /// The sections in their order: names of ``SectionKind`` and of sections of the office's own; `nil` for all of them
  /// in the order of the program.
  public var sections: [String]?
  /// What is quoted of what units wrote.
  public var quotes: [QuotePlan] = []

  /// A plan as the campaign's reader has proved it.
  public init(rankIndicator: Int? = nil, rankLevel: Int? = nil) {
    self.rankIndicator = rankIndicator
    self.rankLevel = rankLevel
  }
}

/// A section that the program makes, in the order of the bulletin. The raw value is its name in configuration.
public enum SectionKind: String, CaseIterable, Sendable {
  /// 更正表, 工作进展, 工作数据, 构成情况, 台账情况.
  case errata, rates, totals, composition, ledgers
  /// 与上月比较, 进度对照, 综合评分, 重点督促.
  case changes, progress, scores, supervision
  /// 各地反映, 报送情况, 上下级数据核对, 数据质量, 口径说明.
  case quotes, reporting, reconciliation, quality, notes

  /// What names of sections of the office's own begin with.
  public static let ownPrefix = "own-"
}

/// A text item that the bulletin quotes.
public struct QuotePlan: Hashable, Sendable {
  /// The position of the item in ``Campaign/items``; a text, and not personal.
  public var item: Int
  /// What the quotes are called in print.
  public var label: String
  /// How many are quoted for each child unit, 1…20.
  public var perUnit: Int
  /// The longest quote in characters, 20…500.
  public var length: Int
  /// The ranks of the levels whose units are quoted.
  public var levels: SmallSet

  /// A plan as the campaign's reader has proved it.
  public init(item: Int, label: String, perUnit: Int = 3, length: Int = 120, levels: SmallSet) {
    self.item = item
    self.label = label
    self.perUnit = perUnit
    self.length = length
    self.levels = levels
  }
}

/// A file of the campaign's `templates` folder.
public struct CampaignTemplate: Hashable, Sendable {
  /// Its name without `.mustache`, such as `headline` or `totals.opening`.
  public var name: String
  /// What it says.
  public var text: String

  /// A file as the campaign's reader has proved it.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
