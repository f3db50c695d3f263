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
      try ConfigurationFiles.read(
        root.appending(name), limit: ConfigurationFiles.maximumRegistrySize, language)
    }
    let files = NBSFiles(
      provinces: try read("provinces.csv"), cities: try read("cities.csv"),
      areas: try read("areas.csv"), streets: try read("streets.csv"))
    let levels = NBSLevels(
      nation: "nation", province: "province", city: "city", county: "county", township: "township")
    do throws(RegistryProblems) {
      let bytes = try NBSImport.registry(files, top: top, levels: levels, from: from)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw Failure(.configuration, error.message(language))
    }
  }
}
