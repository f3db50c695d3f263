/// Something of the program that takes any bytes: what is fuzzed. Each holds what must be true of every input.
enum FuzzTarget: String, CaseIterable {
  /// A text file as it lies in the inbox.
  case csv
  /// A workbook: the bytes of a file, or its parts as texts (``FuzzParts``), which are zipped before they are read.
  case xlsx
  /// A workbook of Excel 97 to 2003.
  case xls
  /// registry.csv and the small tables beside it.
  case registry
  /// campaign.yaml with its forms, templates and registry, as ``FuzzParts``.
  case campaign
  /// A rule, over items, rows or units.
  case formula
  /// A template of the bulletin; behind the first part the names of units.
  case template

  /// Takes one input. Throws what is not as it must be; what is worse ends the process.
  func run(_ bytes: [UInt8]) throws(FuzzFault) {
    switch self {
    case .csv: try CSVTarget.run(bytes)
    case .xlsx: try WorkbookTarget.run(bytes)
    case .xls: try LegacyTarget.run(bytes)
    case .registry: try RegistryTarget.run(bytes)
    case .campaign: try CampaignTarget.run(bytes)
    case .formula: try FormulaTarget.run(bytes)
    case .template: try TemplateTarget.run(bytes)
    }
  }
}

/// Something that must be true of every input and is not of one.
struct FuzzFault: Error, CustomStringConvertible {
  let description: String

  /// Throws where something does not hold.
  static func unless(_ holds: Bool, _ what: @autoclosure () -> String) throws(FuzzFault) {
    if !holds { throw FuzzFault(description: what()) }
  }
}
