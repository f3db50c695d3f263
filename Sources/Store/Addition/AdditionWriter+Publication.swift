import Model

extension AdditionWriter {
  func write(_ publication: AddedPublication) throws {
    let last = try Prepared(
      db,
      """
      SELECT coalesce(max(id), 0), coalesce(max(CASE WHEN month = ? THEN number END), 0) FROM publication
      """)
    try last.bind(1, publication.month.description)
    _ = try last.step()
    let (id, number) = (try last.count(0) + 1, try last.count(1) + 1)
    last.reset()
    let insert = try Prepared(db, "INSERT INTO publication (id, entry, month, number) VALUES (?, ?, ?, ?)")
    try insert.bind(1, id)
    try insert.bind(2, entry)
    try insert.bind(3, publication.month.description)
    try insert.bind(4, number)
    try insert.run()
    try write(publication.outputs, id)
    try write(publication.figures, id)
  }

  private func write(_ outputs: [PublishedOutput], _ publication: Int) throws {
    let insert = try Prepared(
      db, "INSERT INTO output (publication, name, size, sha256) VALUES (?, ?, ?, ?)")
    for output in outputs {
      try insert.bind(1, publication)
      try insert.bind(2, output.name)
      try insert.bind(3, output.size)
      try insert.bind(4, output.sha256)
      try insert.run()
    }
  }

  private func write(_ figures: [PublishedFigure], _ publication: Int) throws {
    let insert = try Prepared(
      db,
      """
      INSERT INTO figure (publication, unit, indicator, level, part, numerator, numerator_decimals, denominator,
        denominator_decimals, received, expected, lower, upper, status)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for figure in figures {
      try insert.bind(1, publication)
      try insert.bind(2, figure.unit.description)
      try insert.bind(3, figure.indicator)
      try insert.bind(4, figure.level)
      try insert.bind(5, figure.part)
      try bind(figure.figure, insert)
      try insert.run()
    }
  }

  private func bind(_ figure: Figure, _ insert: Prepared) throws {
    try insert.bind(6, figure.numerator)
    try insert.bind(7, figure.numeratorDecimals)
    if let denominator = figure.denominator {
      try insert.bind(8, denominator)
    } else {
      try insert.bindNull(8)
    }
    try insert.bind(9, figure.denominatorDecimals)
    try insert.bind(10, figure.received)
    try insert.bind(11, figure.expected)
    if let bounds = figure.bounds {
      try insert.bind(12, bounds.lowerBound)
      try insert.bind(13, bounds.upperBound)
    } else {
      try insert.bindNull(12)
      try insert.bindNull(13)
    }
    try insert.bind(14, figure.status.rawValue)
  }
}
