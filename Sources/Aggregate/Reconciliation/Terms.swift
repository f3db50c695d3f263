import Model

/// A unit whose value goes into a sum.
struct Term {
  let unit: Int
  /// What it stands for in the sum.
  let value: Int64
}

/// What a sum below a unit is made of: the nearest units below that state a value, and those that should have.
struct Terms {
  /// Units with a value, in the order of the roster.
  private(set) var stated: [Term] = []
  /// Units without one, each with what those below it add to the sum in its place.
  private(set) var missing: [Term] = []
  /// Whether all values are large enough to be added up and searched, and none is negative.
  private(set) var isNatural = true

  init(below unit: Int, _ standings: Standings, _ roster: Roster) {
    var next = unit + 1
    while next < Int(roster.end[unit]) {
      let answered = standings.asked[next] && standings.column.states[next].isAnswered
      if answered {
        stated.append(Term(unit: next, value: standings.column.values[next]))
        if standings.column.values[next] < 0 { isNatural = false }
        next = Int(roster.end[next])
      } else {
        if standings.asked[next] {
          // A value that does not fit is no value that a return could have.
          missing.append(Term(unit: next, value: Int64(clamping: standings.value[next])))
        }
        next += 1
      }
    }
  }
}
