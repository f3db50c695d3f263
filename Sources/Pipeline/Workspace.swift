import Aggregate
import Formula
import Glibc
import Ingest
public import Model
import Synchronization

/// A campaign's folder: its configuration, registry, inbox, history and reports.
public struct Workspace: Sendable {
  /// The folder, as the user named it.
  let root: Path
  /// The files that the campaign and the registry were read from.
  let configuration: ConfigurationFiles
  /// The campaign.
  public let campaign: Campaign
  /// The language that the campaign itself is in, whatever the user has asked for.
  let ownLanguage: Language
  /// The registry.
  public let registry: Registry
  private let lastRoster = LastRoster()
  /// What was found in the inbox meanwhile, for the first who takes it in.
  private(set) var ahead: InboxAhead?

  /// Reads configuration and registry. `language` overrides the campaign's own. With `lookingAhead` another task begins
  /// to read the inbox: for a run that follows at once.
  ///
  /// Throws exit code 66 where a file is missing, and 78 with all mistakes where the configuration is wrong.
  public static func open(
    _ folder: String, language: Language?, lookingAhead: Bool = false
  ) throws(Failure) -> Workspace {
    let root = Path(folder)
    let ahead = lookingAhead ? InboxAhead(of: root) : nil
    let files = try ConfigurationFiles(folder: root, withRegistry: true, language: language)
    var workspace = try Workspace(root: root, files, language: language)
    workspace.ahead = ahead
    return workspace
  }

  /// The tree of units as it was in a month.
  func roster(in month: Month) -> Roster { lastRoster.roster(of: registry, in: month) }

  /// The campaign and the registry as files give them.
  init(root: Path, _ files: ConfigurationFiles, language: Language?) throws(Failure) {
    self.root = root
    configuration = files
    var campaign = try Workspace.campaign(files, language: language)
    ownLanguage = campaign.language
    campaign.speak(language)
    self.campaign = campaign
    let path = files.path(ConfigurationFiles.registry)
    guard let bytes = files.bytes(ConfigurationFiles.registry) else {
      guard campaign.prefixes.isEmpty else { throw Workspace.isOnlyInCodes(path, campaign.language) }
      throw Workspace.isMissing(path, campaign.language)
    }
    let read: Registry
    do throws(RegistryProblems) {
      read = try RegistryReader.read(
        bytes, file: path.display, levels: campaign.levels, groups: campaign.groups,
        derived: campaign.derivedPositions)
    } catch {
      throw Failure(.configuration, error.message(campaign.language))
    }
    do throws(FormulaError) {
      registry = try read.deriving(for: campaign)
    } catch {
      // The campaign's reader has compiled every formula already.
      throw Failure(.software, error.message(campaign.language))
    }
    try Workspace.check(campaign, registry, files, language: language)
  }

  /// There is no registry; perhaps under another name.
  private static func isMissing(_ path: Path, _ language: Language) -> Failure {
    var failure = Failure(reading: SystemError(path, number: ENOENT), language)
    if let name = Misnamed.name(for: path) {
      failure.description += language.pick(
        "那里有\(name)：须是CSV文本，名为registry.csv。", " There is \(name): it must be CSV and be called registry.csv.")
    }
    return failure
  }

  /// Codes tell which unit is above which, but not who was to report: denominators are the registry's.
  private static func isOnlyInCodes(_ path: Path, _ language: Language) -> Failure {
    Failure(
      .noInput,
      language.pick(
        "没有\(path.display)：campaign.yaml由编码得出名录（registry: prefixes），只有yuebao figures可以不要registry.csv；"
          + "其他命令须由它得知哪些单位应报",
        "there is no \(path.display): campaign.yaml derives the tree from codes (registry: prefixes), and only "
          + "'yuebao figures' may do without registry.csv; other commands need it to know which units are expected"
      ))
  }

  /// Throws exit code 78 where the campaign names a unit that the registry never has.
  private static func check(
    _ campaign: Campaign, _ registry: Registry, _ files: ConfigurationFiles, language: Language?
  ) throws(Failure) {
    var unseen = Set(campaign.supervision.excuses.map(\.unit))
    for row in registry.rows where !unseen.isEmpty { unseen.remove(row.code) }
    guard !unseen.isEmpty else { return }
    // The campaign keeps no places: its reader finds them once more.
    let units = Set(registry.rows.map(\.code))
    _ = try self.campaign(files, units: units.sorted(), language: language)
  }

  /// Reads the campaign alone, for commands that need no registry.
  public static func readCampaign(_ folder: String, language: Language?) throws(Failure) -> Campaign {
    var found = try campaign(
      try ConfigurationFiles(folder: Path(folder), withRegistry: false, language: language),
      language: language)
    found.speak(language)
    return found
  }

  /// The campaign in its own language; mistakes are told in `language`. `units` are the codes of the registry, where
  /// that is known.
  private static func campaign(
    _ files: ConfigurationFiles, units: [UnitCode] = [], language: Language?
  ) throws(Failure) -> Campaign {
    guard let text = try files.text(ConfigurationFiles.campaign) else {
      throw isMissing(files, language)
    }
    var reader = CampaignReader(forms: files.forms, templates: files.templates, units: units)
    reader.misnamed = { name in
      // Only that folder is looked into, whatever the name is.
      guard !name.contains("/") else { return nil }
      let path = files.path(ConfigurationFiles.forms + name)
      return Misnamed.name(for: path).map { ConfigurationFiles.forms + $0 }
    }
    switch try reader.read(text, path: files.path(ConfigurationFiles.campaign).display) {
    case .success(let campaign): return campaign
    case .failure(let mistakes):
      throw Failure.configuration(mistakes.all, language ?? mistakes.language ?? .zh)
    }
  }

  /// There is no campaign; perhaps under another name. Without it nobody has said which language it is in.
  private static func isMissing(_ files: ConfigurationFiles, _ language: Language?) -> Failure {
    let place = files.place.display
    var zh = "文件夹\(place)中没有campaign.yaml。"
    var en = "there is no campaign.yaml in \(place); "
    if let name = Misnamed.name(for: files.path(ConfigurationFiles.campaign)) {
      zh += "那里有\(name)，请改名为campaign.yaml。"
      en += "there is \(name), which must be called campaign.yaml"
    } else {
      zh += "请用-C写明活动所在的文件夹，或用 yuebao init DIR 新建一个。"
      en += "name the campaign's folder with -C, or make one: yuebao init DIR"
    }
    return Failure(.noInput, language?.pick(zh, en) ?? zh + "\n" + en)
  }

  /// The months for which the inbox has a folder, oldest first; none where there is no inbox.
  func inboxMonths() throws(Failure) -> [Month] { try InboxFolders(of: root, campaign.language).months }

  /// What lies in the inbox and is read by no command: a sentence; `nil` where there is nothing.
  public func strayNote() throws(Failure) -> String? {
    try InboxFolders(of: root, campaign.language).strayNote(campaign.language)
  }

  /// The folder of a month's returns.
  func inbox(_ month: Month) -> Path { Workspace.inbox(root, month) }

  /// The same of a folder whose registry need not be known.
  static func inbox(_ root: Path, _ month: Month) -> Path { inbox(root).appending(month.description) }

  /// The folder that has one for each month.
  static func inbox(_ root: Path) -> Path { root.appending("inbox") }

  /// The campaign's history.
  var history: Path { root.appending("history.sqlite") }

  /// Takes the workspace's lock.
  func lock() throws(Failure) -> Lock { try Lock(root.appending(".yuebao.lock"), campaign.language) }
}

extension Campaign {
  /// Takes the language that the user asks for; the office's own words are in its own.
  fileprivate mutating func speak(_ asked: Language?) {
    guard let asked, asked != language else { return }
    language = asked
    templates = []
  }
}

/// The tree that was asked for last: in most months nothing changes in it, and to lay one out takes its time.
private final class LastRoster: Sendable {
  private let last = Mutex<Roster?>(nil)

  func roster(of registry: Registry, in month: Month) -> Roster {
    last.withLock { last in
      let roster = last.map { $0.month == month ? $0 : registry.roster(in: month, like: $0) }
      let found = roster ?? registry.roster(in: month)
      last = found
      return found
    }
  }
}
