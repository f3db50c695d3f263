/// A workbook that could not be made: the machine has no memory or no room for temporary files.
public struct WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The cause in a few words.
  public let description: String

  /// A call of the operating system failed with that number.
  init(system number: Int32) { description = "no file in memory could be made (error \(number))" }

  /// libxlsxwriter said so.
  init(library words: String) { description = "libxlsxwriter: \(words)" }
}
