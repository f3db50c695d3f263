import Model

/// The files that configure a campaign: campaign.yaml, forms/*.yaml, registry.csv and explanations.csv, as they lie
/// in its folder or as the history kept them.
struct ConfigurationFiles: Sendable {
  /// A file.
  struct File: Hashable, Sendable {
    /// Its path in the campaign's folder, such as `forms/monthly.yaml`.
    var name: String
    var bytes: [UInt8]
  }

  static let campaign = "campaign.yaml"
  static let registry = "registry.csv"
  static let explanations = "explanations.csv"
  static let forms = "forms/"

  /// The largest registry, in bytes.
  static let maximumRegistrySize = 256 << 20

  /// Where the files lie, for messages.
  let place: Path
  /// The files in the order of their names.
  let files: [File]

  /// Files as the history kept them; `place` says so in messages.
  init(place: Path, files: [File]) {
    self.place = place
    self.files = files.sorted { $0.name < $1.name }
  }

  /// Reads the files of a campaign's folder, the registry only where it is wanted. What is missing is left out.
  ///
  /// Throws exit code 66 where a file cannot be read, and 78 where one is too large.
  init(folder: Path, withRegistry: Bool) throws(Failure) {
    var files: [File] = []
    let campaign = folder.appending(ConfigurationFiles.campaign)
    if FileSystem.entry(campaign) != nil {
      let bytes = try ConfigurationFiles.read(campaign, limit: ConfigFile.maximumSize)
      files.append(File(name: ConfigurationFiles.campaign, bytes: bytes))
    }
    for path in try ConfigurationFiles.listForms(folder) {
      let name = String(decoding: path.bytes.dropFirst(folder.appending("").bytes.count), as: UTF8.self)
      files.append(
        File(name: name, bytes: try ConfigurationFiles.read(path, limit: ConfigFile.maximumSize)))
    }
    for name in withRegistry ? [ConfigurationFiles.registry, ConfigurationFiles.explanations] : [] {
      let path = folder.appending(name)
      guard FileSystem.entry(path) != nil else { continue }
      let bytes = try ConfigurationFiles.read(path, limit: ConfigurationFiles.maximumRegistrySize)
      files.append(File(name: name, bytes: bytes))
    }
    self.init(place: folder, files: files)
  }

  private static func listForms(_ folder: Path) throws(Failure) -> [Path] {
    let forms = folder.appending("forms")
    guard FileSystem.entry(forms) != nil else { return [] }
    do throws(SystemError) {
      return try FileSystem.list(forms)
        .filter { $0.kind != .folder && String(decoding: $0.name, as: UTF8.self).hasSuffix(".yaml") }
        .map(\.path)
    } catch {
      throw Failure(.noInput, error.description)
    }
  }

  /// The bytes of a file that must be there.
  static func read(_ path: Path, limit: Int) throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      if let bytes = try FileSystem.read(path, limit: limit) { return bytes }
    } catch {
      throw Failure(.noInput, error.description)
    }
    throw Failure(.configuration, "\(path.display): the file is larger than \(limit) bytes")
  }

  /// The path of a file, for messages.
  func path(_ name: String) -> Path { place.appending(name) }

  /// The bytes of a file; `nil` where it is not there.
  func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  /// A file as text. Throws exit code 78 where it is not UTF-8.
  func text(_ name: String) throws(Failure) -> String? {
    guard let bytes = bytes(name) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.configuration, "\(path(name).display): the file is not UTF-8; save it as UTF-8")
    }
    return text
  }

  /// The forms, for the campaign's reader.
  var forms: [CampaignReader.Source] {
    files.filter { $0.name.hasPrefix(ConfigurationFiles.forms) }.map { file in
      CampaignReader.Source(
        name: String(file.name.dropFirst(ConfigurationFiles.forms.count).dropLast(".yaml".count)),
        path: path(file.name).display,
        read: { () throws(Failure) -> String in try text(file.name) ?? "" })
    }
  }
}
