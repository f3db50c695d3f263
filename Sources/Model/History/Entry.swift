/// One addition to the history: all that became known at one time. Entries are numbered in the order in which
/// they were made; what the history knew "as of" an entry is what that entry and those before it added.
public struct Entry: Hashable, Sendable {
  /// Its number, 1 for the first.
  public var id: Int
  /// When it was made, on the campaign's clock; never before the entry it follows.
  public var recorded: LocalTime
  /// The version of the program that made it.
  public var version: String

  /// An entry.
  public init(id: Int, recorded: LocalTime, version: String) {
    self.id = id
    self.recorded = recorded
    self.version = version
  }
}

/// A received file as the history keeps it. The same bytes from the same sender for the same month are one
/// arrival, however often and under whatever names they come.
public struct Arrival: Hashable, Sendable {
  /// Its number in the history; 0 while it is not recorded.
  public var id: Int
  /// The entry that added it; 0 while it is not recorded.
  public var entry: Int
  /// The month in whose inbox it lay.
  public var month: Month
  /// The path in that inbox under which it was first found, with `/` between folders.
  public var path: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
  public var sha256: String
  /// Bytes.
  public var size: Int
  /// Who sent it, as the list of receipts or the folder says; `nil` where neither does.
  public var sender: UnitCode?
  /// When it was received.
  public var received: LocalTime

  /// An arrival.
  public init(
    id: Int = 0, entry: Int = 0, month: Month, path: String, sha256: String, size: Int,
    sender: UnitCode?, received: LocalTime
  ) {
    self.id = id
    self.entry = entry
    self.month = month
    self.path = path
    self.sha256 = sha256
    self.size = size
    self.sender = sender
    self.received = received
  }
}

/// A month that has been published: the figures as they went out, and what proves the files.
public struct Publication: Sendable {
  /// The month.
  public var month: Month
  /// 1 for the first publication of the month, 2 for the first revised edition, and so on.
  public var number: Int
  /// The entry that holds it; what was known when it was published is what that entry knew.
  public var entry: Entry
  /// The files that were written.
  public var outputs: [PublishedOutput]
  /// The figures of the bulletin's unit and of its children.
  public var figures: [PublishedFigure]

  /// A publication.
  public init(
    month: Month, number: Int, entry: Entry, outputs: [PublishedOutput], figures: [PublishedFigure]
  ) {
    self.month = month
    self.number = number
    self.entry = entry
    self.outputs = outputs
    self.figures = figures
  }
}

/// A file of a published month.
public struct PublishedOutput: Hashable, Sendable {
  /// Its path in the month's folder.
  public var name: String
  /// Bytes.
  public var size: Int
  /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
  public var sha256: String

  /// A file.
  public init(name: String, size: Int, sha256: String) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }
}

/// A figure as it was published, by names that outlive changes of campaign and registry.
public struct PublishedFigure: Hashable, Sendable {
  /// The unit.
  public var unit: UnitCode
  /// The indicator's id.
  public var indicator: String
  /// The id of the counted level; empty for sums over several levels.
  public var level: String
  /// For a composition the id of the part's item; else empty.
  public var part: String
  /// The figure; its positions (unit, indicator, part, level) are those of the time and mean nothing later.
  public var figure: Figure

  /// A published figure.
  public init(unit: UnitCode, indicator: String, level: String, part: String, figure: Figure) {
    self.unit = unit
    self.indicator = indicator
    self.level = level
    self.part = part
    self.figure = figure
  }
}
