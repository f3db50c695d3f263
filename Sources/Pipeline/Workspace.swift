import Glibc
import Ingest
public import Model

/// A campaign's folder: its configuration, registry, inbox and reports.
public struct Workspace: Sendable {
  /// The folder, as the user named it.
  let root: Path
  /// The campaign.
  public let campaign: Campaign
  /// The registry.
  public let registry: Registry

  /// The largest registry, in bytes.
  static let maximumRegistrySize = 256 << 20

  /// Reads configuration and registry. `language` overrides the campaign's own.
  ///
  /// Throws exit code 66 where a file is missing, and 78 with all mistakes where the configuration is wrong.
  public static func open(_ folder: String, language: Language?) throws(Failure) -> Workspace {
    let root = Path(folder)
    let campaign = try readCampaign(root, language: language)
    let path = root.appending("registry.csv")
    let bytes = try readInput(path, limit: maximumRegistrySize)
    do throws(RegistryProblems) {
      let registry = try RegistryReader.read(
        bytes, file: path.display, levels: campaign.levels, groups: campaign.groups)
      return Workspace(root: root, campaign: campaign, registry: registry)
    } catch {
      throw Failure(.configuration, error.message(campaign.language))
    }
  }

  /// Reads the campaign alone, for commands that need no registry.
  public static func readCampaign(_ folder: String, language: Language?) throws(Failure) -> Campaign {
    try readCampaign(Path(folder), language: language)
  }

  private static func readCampaign(_ root: Path, language: Language?) throws(Failure) -> Campaign {
    let path = root.appending("campaign.yaml")
    guard FileSystem.entry(path) != nil else {
      throw Failure(
        .noInput,
        "there is no campaign.yaml in \(root.display); name the campaign's folder with -C, "
          + "or make one: yuebao init DIR")
    }
    let reader = CampaignReader(forms: try forms(root))
    let read = try reader.read(try readText(path), path: path.display)
    switch read {
    case .success(var campaign):
      if let language { campaign.language = language }
      return campaign
    case .failure(let mistakes):
      throw Failure.configuration(mistakes.all, language ?? mistakes.language ?? .zh)
    }
  }

  /// The files of the `forms` folder.
  private static func forms(
    _ root: Path
  ) throws(Failure) -> [CampaignReader.Source] {
    let folder = root.appending("forms")
    guard FileSystem.entry(folder) != nil else { return [] }
    do throws(SystemError) {
      let suffix = ".yaml"
      return try FileSystem.list(folder).compactMap { entry in
        let name = String(decoding: entry.name, as: UTF8.self)
        guard name.hasSuffix(suffix), entry.kind != .folder else { return nil }
        let read = { () throws(Failure) -> String in try readText(entry.path) }
        return CampaignReader.Source(
          name: String(name.dropLast(suffix.count)), path: entry.path.display, read: read)
      }
    } catch {
      throw Failure(.noInput, error.description)
    }
  }

  static func readText(_ path: Path) throws(Failure) -> String {
    let bytes = try readInput(path, limit: ConfigFile.maximumSize)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.configuration, "\(path.display): the file is not UTF-8; save it as UTF-8")
    }
    return text
  }

  /// The bytes of a file that must be there.
  static func readInput(_ path: Path, limit: Int) throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      if let bytes = try FileSystem.read(path, limit: limit) { return bytes }
    } catch {
      throw Failure(.noInput, error.description)
    }
    throw Failure(.configuration, "\(path.display): the file is larger than \(limit) bytes")
  }

  /// The months for which the inbox has a folder, oldest first.
  public func months() throws(Failure) -> [Month] {
    let inbox = root.appending("inbox")
    do throws(SystemError) {
      return try FileSystem.list(inbox).filter { $0.kind == .folder }
        .compactMap { Month(String(decoding: $0.name, as: UTF8.self)) }.sorted()
    } catch {
      throw Failure(
        .noInput,
        campaign.language.pick("收件目录读不了：\(error)", "the inbox cannot be read: \(error)"))
    }
  }

  /// The month asked for, or the latest that the inbox has a folder for.
  public func month(_ asked: Month?) throws(Failure) -> Month {
    if let asked { return asked }
    let inbox = root.appending("inbox")
    guard let latest = try months().last else {
      throw Failure(
        .noInput,
        campaign.language.pick(
          "\(inbox.display)里没有以月份命名的文件夹，如2016-06",
          "\(inbox.display) has no folder named by a month, such as 2016-06"))
    }
    return latest
  }

  /// The folder of a month's returns.
  func inbox(_ month: Month) -> Path { root.appending("inbox/\(month)") }

  /// Takes the workspace's lock.
  func lock() throws(Failure) -> Lock { try Lock(root.appending(".yuebao.lock"), campaign.language) }
}
