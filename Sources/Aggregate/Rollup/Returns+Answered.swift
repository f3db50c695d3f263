import Model

extension Returns {
  /// Who has answered an item, of a period for all the months in which it was asked.
  func answered(_ item: Int) -> [Bool] {
    let states = columns[item].states
    let gaps = incomplete(item)
    return gaps.isEmpty ? Flags.answered(states) : states.indices.map { states[$0].isAnswered && !gaps[$0] }
  }
}
