import Model

/// What a shell may offer while a command line is typed: names of the campaign in a folder. Where its files cannot be
/// read there is nothing to offer; the command itself says why.
public enum Suggestions {
  /// The months of the inbox, the latest first.
  public static func months(in folder: String) -> [String] {
    let months = (try? InboxFolders(of: Path(folder), .en))?.months
    return (months ?? []).reversed().map(\.description)
  }

  /// The codes and names of units that begin with what is typed, at most 500: those of all months.
  public static func units(in folder: String, typed: String) -> [String] {
    guard let workspace = try? Workspace.open(folder, language: nil) else { return [] }
    let names = workspace.registry.rows.lazy.flatMap { [$0.code.description, $0.name] }
      .filter { $0.hasPrefix(typed) && isPlain($0) }
    return Array(Set(names.prefix(500))).sorted()
  }

  /// The ids of the forms and ledgers.
  public static func forms(in folder: String) -> [String] {
    (try? Workspace.readCampaign(folder, language: nil))?.forms.map(\.id).filter(isPlain) ?? []
  }

  /// The ids of the levels, from the top down.
  public static func levels(in folder: String) -> [String] {
    (try? Workspace.readCampaign(folder, language: nil))?.levels.all.map(\.id).filter(isPlain) ?? []
  }

  /// Whether a name is of letters, digits, `-`, `_` and `.` alone: bash expands what it is offered, so that `$(…)` in a
  /// name would be run.
  static func isPlain(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil || ["-", "_", "."].contains(scalar)
    }
  }
}
