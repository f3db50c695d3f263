/// How the hidden sheet of a blank form is known again: its name, and what its first row says.
public enum BlankFormSeal {
  /// The name of the sheet, and the text of its first cell.
  public static let name = "yuebao"
  /// The text of the cell beside it.
  public static let value = "blank form"
}
