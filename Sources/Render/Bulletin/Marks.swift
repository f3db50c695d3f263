import Model

extension Figure {
  /// What it is about.
  var key: SeriesKey { SeriesKey(indicator: indicator, level: level, part: part) }
}

extension Edition {
  /// The cell of a figure with what the figure is made of, marked where it is no longer what was published.
  func marked(_ cell: Cell, _ figure: Figure) -> Cell {
    noted(vintage.of(figure.unit, figure.key) == .revised ? .revised(cell) : cell, figure)
  }

  /// A cell that shows a figure or a part of it, with what the figure is made of.
  func noted(_ cell: Cell, _ figure: Figure) -> Cell {
    cell == .notApplicable ? cell : .noted(cell, FigureNote(figure, Words(self)).text)
  }

  /// Whether a figure that a score is made of is no longer what was published. Scores are not kept with a
  /// publication: whether the score itself was another cannot be known, so that its shares answer for it.
  func isRevised(_ score: UnitScore) -> Bool {
    score.figures.contains { $0.map { vintage.of($0.unit, $0.key) == .revised } ?? false }
  }
}

extension Grid {
  /// Whether a cell is marked (r).
  var isMarked: Bool { rows.contains { $0.cells.contains(where: \.isRevised) } }
}

extension Section {
  /// Whether a cell of one of its tables is marked (r).
  var isMarked: Bool {
    blocks.contains { block in
      if case .grid(let grid) = block { return grid.isMarked }
      return false
    }
  }
}
