import Model

/// What the rows above the headings say of the whole sheet.
struct TitleFacts {
  /// The unit that the sheet is about.
  var unit: Int?
}
