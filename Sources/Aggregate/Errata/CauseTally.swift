import Model

/// Adds up the causes of one erratum.
struct CauseTally {
  /// What became of a unit's return, and by which file.
  struct Change: Hashable {
    var kind: RevisionCause.Kind
    var path: String
    var received: LocalTime?
  }

  /// The most units that a cause names.
  static let named = 5
  private(set) var causes: [RevisionCause] = []
  private var places: [Change: Int] = [:]
  /// What the causes explain together.
  private(set) var returned = RevisionCauses.Delta()
  /// What units that came, went or moved explain.
  var registry = RevisionCauses.Delta()
  /// Whether there are such units.
  var isRegistryTouched = false

  /// Adds a unit; units come in the order of the roster.
  mutating func add(_ change: Change, _ unit: UnitCode, _ top: Int64, _ bottom: Int64) {
    let place = places[change] ?? causes.count
    if place == causes.count {
      causes.append(RevisionCause(change.kind, path: change.path, received: change.received))
      places[change] = place
    }
    if causes[place].units.count < CauseTally.named { causes[place].units.append(unit) }
    causes[place].unitCount += 1
    causes[place].numerator &+= top
    causes[place].denominator &+= bottom
    returned.add(top, bottom)
  }
}
