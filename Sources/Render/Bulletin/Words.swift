import Model

/// The recurring words of a bulletin, in its language.
struct Words {
  let edition: Edition
  let language: Language

  /// How many names a list gives before it says how many more there are.
  static let longestList = 60

  init(_ edition: Edition) {
    self.edition = edition
    language = edition.language
  }

  /// 2016年6月, June 2016.
  var month: String {
    let month = edition.roster.month
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return language.pick(
      "\(month.year)年\(month.number)月", "\(names[month.number - 1]) \(month.year)")
  }

  /// 2016年7月5日, 5 July 2016 as 2016-07-05.
  func date(_ day: Day) -> String {
    let parts = day.parts
    return language.pick("\(parts.year)年\(parts.month)月\(parts.day)日", day.description)
  }

  /// A unit's full name.
  func name(_ unit: Int) -> String { edition.roster.units[unit].name }

  /// A unit's name for lists and tables.
  func short(_ unit: Int) -> String { edition.roster.units[unit].short }

  /// A level's name in print.
  func level(_ rank: Int) -> String { edition.roster.levels[rank].label }

  /// 、 or a comma.
  func join(_ parts: [String]) -> String { parts.joined(separator: language.pick("、", ", ")) }

  /// Names in the order given; of a long list the first ones and the number of all.
  func names(_ units: [Int]) -> String {
    let shown = join(units.prefix(Words.longestList).map(short))
    guard units.count > Words.longestList else { return shown }
    return language.pick("\(shown)等\(units.count)个", "\(shown) and others, \(units.count) in all")
  }

  /// A number in running text: exact, with 万 only where nothing is lost (188000 is 18.8万, 36666 is itself).
  func number(_ value: Int64) -> String {
    guard language == .zh, value.magnitude >= 100_000, value % 1000 == 0 else { return String(value) }
    return Quotient.text(value / 1000, decimals: 1).droppingZeroTenth + "万"
  }

  /// The heading of the column that names the children.
  var childHeading: String {
    let levels = Set(edition.roster.children(of: edition.unit).map { edition.roster.units[$0].level })
    guard levels.count == 1, let only = levels.first else { return language.pick("单位", "Unit") }
    return level(only)
  }

  /// 涉农 units or all of them, as the denominator of a group.
  func population(_ group: Int?) -> String {
    guard let group else { return language.pick("名录所列单位", "units of the registry") }
    let name = edition.campaign.groups[group]
    return language.pick("名录所列“\(name)”单位", "units of the group \(name) in the registry")
  }
}

extension String {
  fileprivate var droppingZeroTenth: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
