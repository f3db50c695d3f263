/// What a month's folder may hold beside its Markdown and CSV; a campaign says which of it an office wants.
public enum OutputKind: String, CaseIterable, Sendable {
  /// The bulletin as a page, `bulletin.html`.
  case page
  /// The bulletin's charts, `charts/NAME.svg`.
  case charts
  /// The bulletin's tables as a workbook, `bulletin.xlsx`.
  case workbook
  /// The annotated copies of files that are sent back, `returned/CODE-NAME/NAME.xlsx`.
  case copies
}
