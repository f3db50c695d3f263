/// A mark that is made of several shares, such as 综合得分: a weighted mean, with grades and vetoes.
public struct Score: Hashable, Sendable {
  /// A share and its weight.
  public struct Component: Hashable, Sendable {
    /// The rate, and the level that is counted.
    public var key: SeriesKey
    /// Its weight; those of a score add up to 100.
    public var weight: Int

    /// A component.
    public init(_ key: SeriesKey, weight: Int) {
      self.key = key
      self.weight = weight
    }
  }

  /// A grade and the least score for it.
  public struct Grade: Hashable, Sendable {
    /// The name in print: 优.
    public var label: String
    /// The least score.
    public var from: FixedNumber

    /// A grade.
    public init(_ label: String, from: FixedNumber) {
      self.label = label
      self.from = from
    }
  }

  /// How a figure stands to a number.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
  }

  /// What keeps a unit from a high score or grade (一票否决).
  public struct Veto: Hashable, Sendable {
    /// The figure that is looked at.
    public var key: SeriesKey
    /// How it must stand to the number for the veto to apply.
    public var relation: Relation
    /// The number, of shares in percent.
    public var number: FixedNumber
    /// The most that the score may be; `nil` for no limit.
    public var cap: FixedNumber?
    /// The best grade that may be given, as a position in ``Score/grades``; `nil` for any.
    public var bestGrade: Int?
    /// What is said of it.
    public var label: String

    /// A veto.
    public init(
      key: SeriesKey, relation: Relation, number: FixedNumber, cap: FixedNumber?, bestGrade: Int?,
      label: String
    ) {
      self.key = key
      self.relation = relation
      self.number = number
      self.cap = cap
      self.bestGrade = bestGrade
      self.label = label
    }
  }

  /// The name in configuration.
  public var id: String
  /// The name in print.
  public var label: String
  /// What it is made of.
  public var components: [Component]
  /// The grades, the best first.
  public var grades: [Grade]
  /// The vetoes.
  public var vetoes: [Veto]
  /// Decimals in print, 0…4.
  public var decimals: Int

  /// A score as the campaign's reader has proved it.
  public init(
    id: String, label: String, components: [Component], grades: [Grade], vetoes: [Veto], decimals: Int
  ) {
    self.id = id
    self.label = label
    self.components = components
    self.grades = grades
    self.vetoes = vetoes
    self.decimals = decimals
  }
}
