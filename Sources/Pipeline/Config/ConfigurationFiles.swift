import Ingest
import Model

/// The files that configure a campaign: campaign.yaml, forms/*.yaml, templates/*.mustache, registry.csv and
/// explanations.csv, as they lie in its folder or as the history kept them.
struct ConfigurationFiles: Sendable {
  /// A file.
  struct File: Hashable, Sendable {
    /// Its path in the campaign's folder, such as `forms/monthly.yaml`.
    var name: String
    var bytes: [UInt8]

    /// The language that a campaign says it is in, which need not be text as a whole.
    fileprivate var language: Language {
      CampaignReader.language(of: (try? WholeText.of(bytes)) ?? String(decoding: bytes, as: UTF8.self))
    }
  }

  static let campaign = "campaign.yaml"
  static let registry = "registry.csv"
  static let explanations = "explanations.csv"
  static let forms = "forms/"
  static let templates = "templates/"
  static let templateEnd = ".mustache"

  /// The largest registry, in bytes.
  static let maximumRegistrySize = 256 << 20

  /// Where the files lie, for messages.
  let place: Path
  /// The files in the order of their names.
  let files: [File]
  /// The language of messages about them.
  let language: Language

  /// Files as the history kept them; `place` says so in messages. Messages are in `language`, or else the campaign's own.
  init(place: Path, files: [File], language asked: Language? = nil) {
    self.place = place
    self.files = files.sorted { $0.name < $1.name }
    language = asked ?? files.first { $0.name == ConfigurationFiles.campaign }.map(\.language) ?? .zh
  }

  /// Reads the files of a campaign's folder, the registry only where it is wanted. What is missing is left out. What
  /// cannot be read is told in `language`, or else the campaign's own.
  ///
  /// Throws exit code 66 where a file cannot be read, and 78 where one is too large.
  init(folder: Path, withRegistry: Bool, language asked: Language?) throws(Failure) {
    var files: [File] = []
    func add(_ path: Path, _ name: String, limit: Int, _ language: Language) throws(Failure) {
      let isThere = try Failure.reading(language) { () throws(SystemError) in
        try FileSystem.entry(path) != nil
      }
      guard isThere else { return }
      files.append(File(name: name, bytes: try ConfigurationFiles.read(path, limit: limit, language)))
    }
    let campaign = ConfigurationFiles.campaign
    try add(folder.appending(campaign), campaign, limit: ConfigFile.maximumSize, asked ?? .zh)
    let language = asked ?? files.first?.language ?? .zh
    let listed =
      try ConfigurationFiles.list(folder.appending("forms"), ".yaml", language)
      + ConfigurationFiles.list(folder.appending("templates"), ConfigurationFiles.templateEnd, language)
    for path in listed {
      let name = String(decoding: path.bytes.dropFirst(folder.appending("").bytes.count), as: UTF8.self)
      try add(path, name, limit: ConfigFile.maximumSize, language)
    }
    for name in withRegistry ? [ConfigurationFiles.registry, ConfigurationFiles.explanations] : [] {
      try add(folder.appending(name), name, limit: ConfigurationFiles.maximumRegistrySize, language)
    }
    self.init(place: folder, files: files, language: language)
  }

  /// The files of a folder whose names end so; none where there is no such folder.
  private static func list(_ folder: Path, _ end: String, _ language: Language) throws(Failure) -> [Path] {
    try Failure.reading(language) { () throws(SystemError) in
      guard try FileSystem.entry(folder) != nil else { return [] }
      return try FileSystem.list(folder)
        .filter { $0.kind != .folder && String(decoding: $0.name, as: UTF8.self).hasSuffix(end) }
        .map(\.path)
    }
  }

  /// The bytes of a file that must be there.
  static func read(_ path: Path, limit: Int, _ language: Language) throws(Failure) -> [UInt8] {
    let bytes = try Failure.reading(language) { () throws(SystemError) in
      try FileSystem.read(path, limit: limit)
    }
    if let bytes { return bytes }
    throw Failure(
      .configuration,
      language.pick(
        "\(path.display)：文件超过\(limit >> 20) MB，没有读取。请删去无关内容。",
        "\(path.display): the file has more than \(limit >> 20) MB and was not read. Remove what does not belong."
      ))
  }

  /// The path of a file, for messages.
  func path(_ name: String) -> Path { place.appending(name) }

  /// The bytes of a file; `nil` where it is not there.
  func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  /// A file as text. Throws exit code 78 where it is none.
  func text(_ name: String) throws(Failure) -> String? {
    guard let bytes = bytes(name) else { return nil }
    do { return try WholeText.of(bytes) } catch {
      let place = "\(path(name).display):\(error.line):1: "
      throw Failure(
        .configuration,
        language.pick(
          place + "不是UTF-8或GB18030编码的文字。请用文本编辑器打开，另存为UTF-8。",
          place + "this is text in neither UTF-8 nor GB18030; open it in a text editor and save it as UTF-8.")
      )
    }
  }

  /// The forms, for the campaign's reader.
  var forms: [CampaignReader.Source] { sources(ConfigurationFiles.forms, ".yaml") }

  /// The templates, for the campaign's reader.
  var templates: [CampaignReader.Source] {
    sources(ConfigurationFiles.templates, ConfigurationFiles.templateEnd)
  }

  /// Those of its files that figures are made from: words change no figure.
  var ofFigures: [File] { files.filter { !$0.name.hasPrefix(ConfigurationFiles.templates) } }

  private func sources(_ folder: String, _ end: String) -> [CampaignReader.Source] {
    files.filter { $0.name.hasPrefix(folder) }.map { file in
      CampaignReader.Source(
        name: String(file.name.dropFirst(folder.count).dropLast(end.count)), path: path(file.name).display,
        read: { () throws(Failure) -> String in try text(file.name) ?? "" })
    }
  }
}
