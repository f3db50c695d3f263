/// Whether a figure is as it was published.
public enum FigureVintage: String, Sendable, CaseIterable {
  /// The month has not been published.
  case working
  /// It is what was published.
  case published
  /// It differs from what was published; marked (r) in print.
  case revised
}

/// Why a figure is no longer what was published.
public struct RevisionCause: Hashable, Sendable {
  /// What changed.
  public enum Kind: String, Sendable, CaseIterable {
    /// A return came for a unit that had none that counts.
    case late
    /// Another return counts in place of the one that did.
    case corrected
    /// A return that counted does not any more: withdrawn or rejected.
    case lost
    /// The registry was changed.
    case registry
    /// The campaign or a form was changed.
    case campaign
  }

  /// What changed.
  public var kind: Kind
  /// The path of the submission that did it; empty where none did.
  public var path: String
  /// When that was received.
  public var received: LocalTime?
  /// The units whose returns it changed, at most a few, in the order of the roster.
  public var units: [UnitCode]
  /// How many units' returns it changed.
  public var unitCount: Int
  /// By how much the numerator moved for this cause.
  public var numerator: Int64
  /// By how much the denominator moved for this cause.
  public var denominator: Int64

  /// A cause; leave out what is not meant.
  public init(
    _ kind: Kind, path: String = "", received: LocalTime? = nil, units: [UnitCode] = [],
    unitCount: Int = 0, numerator: Int64 = 0, denominator: Int64 = 0
  ) {
    self.kind = kind
    self.path = path
    self.received = received
    self.units = units
    self.unitCount = unitCount
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// A figure that is no longer what was published.
public struct Erratum: Sendable {
  /// The unit, as an index of the roster; `nil` where the registry has it no more.
  public var unit: Int?
  /// The unit's code and name, as published.
  public var code: UnitCode
  /// What the figure is about; the indicator is -1 where the campaign has it no more (see ``name``).
  public var key: SeriesKey
  /// The ids of indicator, level and part as published, with `/` between those that are there.
  public var name = ""
  /// As published; `nil` where the figure was not published.
  public var published: Figure?
  /// As known now; `nil` where there is none any more.
  public var now: Figure?
  /// Why, the largest first.
  public var causes: [RevisionCause]

  /// An erratum.
  public init(
    unit: Int?, code: UnitCode, key: SeriesKey, published: Figure?, now: Figure?,
    causes: [RevisionCause]
  ) {
    self.unit = unit
    self.code = code
    self.key = key
    self.published = published
    self.now = now
    self.causes = causes
  }
}

/// How an edition stands to what was published.
public struct Vintage: Sendable {
  /// A publication of the month.
  public struct Published: Hashable, Sendable {
    /// 1 for the first of the month.
    public var number: Int
    /// When.
    public var time: LocalTime

    /// A publication.
    public init(number: Int, time: LocalTime) {
      self.number = number
      self.time = time
    }
  }

  /// The publication that this edition is; `nil` where it is not published as it is.
  public var edition: Published?
  /// The publication that it is held against; `nil` where there is none before it.
  public var before: Published?
  /// What is no longer as published before: units in the order of the roster, series in their order.
  public var errata: [Erratum]
  /// What was published before and is not computed any more, by name.
  public var dropped: [String]
  private let revised: Set<Place>

  private struct Place: Hashable {
    var unit: Int
    var key: SeriesKey
  }

  /// A month that was never published.
  public static let working = Vintage(edition: nil, before: nil, errata: [])

  /// A month that was, or is about to be.
  public init(
    edition: Published?, before: Published?, errata: [Erratum], dropped: [String] = []
  ) {
    self.edition = edition
    self.before = before
    self.errata = errata
    self.dropped = dropped
    revised = Set(errata.compactMap { erratum in erratum.unit.map { Place(unit: $0, key: erratum.key) } })
  }

  /// Whether a figure of the unit is as published.
  public func of(_ unit: Int, _ key: SeriesKey) -> FigureVintage {
    guard edition != nil || before != nil else { return .working }
    return revised.contains(Place(unit: unit, key: key)) ? .revised : .published
  }
}
