import Ingest
public import Model

/// Makes a registry from other sources' files.
public enum RegistryImport {
  /// The registry of the National Bureau of Statistics' four files as CSV.
  ///
  /// Throws exit code 66 where a file is missing, and 78 with all mistakes where they make no tree.
  public static func nbs(
    _ folder: String, from: Month, top: String, language: Language
  ) throws(Failure) -> String {
    let root = Path(folder)
    let read = { (name: String) throws(Failure) -> [UInt8] in
      try Workspace.readInput(root.appending(name), limit: Workspace.maximumRegistrySize)
    }
    let provinces = try read("provinces.csv")
    let cities = try read("cities.csv")
    let areas = try read("areas.csv")
    let streets = try read("streets.csv")
    do throws(RegistryProblems) {
      let bytes = try NBSImport.convert(
        provinces: provinces, cities: cities, areas: areas, streets: streets, from: from, top: top)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw Failure(.configuration, error.message(language))
    }
  }
}
