public import Model

extension Registry {
  /// The last month of which the registry says something of its own: that in which the last change took effect,
  /// or the last of all where no unit lasts.
  public var lastMonth: Month? {
    let begins = rows.map(\.from)
    guard rows.contains(where: { $0.to == nil }) else { return rows.compactMap(\.to).max() }
    return (begins + rows.compactMap { $0.to?.next }).max()
  }

  /// The first month in which it has a unit.
  public var firstMonth: Month? { rows.map(\.from).min() }
}
