import CXlsxwriter
public import Model

extension AnnotatedWorkbook {
  /// All that the copy of a file depends on but the file's own cells and this program: where that is the same, and the
  /// bytes of the file are, so is the copy.
  public static func basis(of file: ReturnedFile, roster: Roster, language: Language) -> [UInt8] {
    var basis: [UInt8] = []
    func add(_ text: String) {
      // With its length, so that no two lists of texts are the same bytes.
      basis += Array("\(text.utf8.count):".utf8)
      basis += Array(text.utf8)
    }
    // The library has a look of its own. It answers with a text that lasts as long as the program.
    add(unsafe lxw_version().map { unsafe String(cString: $0) } ?? "")
    add(language.rawValue)
    add(file.name)
    for finding in file.findings {
      add(finding.severity.name)
      add(finding.place.sheet)
      add("\(finding.place.row)")
      add("\(finding.place.column)")
      add(FindingText.unit(finding, roster))
      add(finding.item)
      add(finding.value)
      add(finding.reason.message(language))
    }
    return basis
  }
}
