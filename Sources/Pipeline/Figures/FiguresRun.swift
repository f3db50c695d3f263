import Aggregate
import Ingest
public import Model

/// What `yuebao figures` is to do.
public struct FiguresOptions: Sendable {
  /// Files and folders to read; the inbox of the month without them.
  public var inputs: [String]
  /// The month that all rows are of; without it, of files named, the rows of ledgers say theirs.
  public var month: Month?
  /// The lengths of the codes of each level below the top, where the registry is made of the codes that are met; those
  /// of the campaign where they are empty.
  public var prefixes: [Int]
  /// The lowest level to print; all levels without it.
  public var depth: String?
  /// How many tasks read; the result does not depend on it.
  public var threads: Int
  /// Files of more bytes are read in parts; the result does not depend on it.
  var large = FigureFiles.large
  /// What figures are made of at most.
  var limits = FigureLimits()

  /// Options; `prefixes` is empty or ascending from 2 up.
  public init(inputs: [String], month: Month?, prefixes: [Int], depth: String?, threads: Int) {
    self.inputs = inputs
    self.month = month
    self.prefixes = prefixes
    self.depth = depth
    self.threads = max(1, threads)
  }
}

/// The figures of every unit straight from files: no history, no checks across files and months.
public struct FiguresRun: Sendable {
  private let campaign: Campaign
  /// The language of messages.
  public var language: Language { campaign.language }
  private let options: FiguresOptions
  private let root: Path
  /// The registry; where it is made of codes, its top alone.
  private let registry: Registry
  private let depth: Int
  /// The files, listed while the configuration is read, where there are several tasks. Says nothing where they are not
  /// known before it, or something is wrong with them, which is told in the campaign's language afterwards.
  private let listing: Task<FigureFiles?, Never>?
  private let stages = StageTimes()
  /// One line: how long each stage took so far, and its share of the whole.
  public var times: String { stages.line(language) }

  /// So many bytes of files need little memory.
  private static let little = 64 << 20

  /// Reads the configuration, and the registry where it is not made of codes.
  ///
  /// Throws exit codes 64, 66 and 78.
  public init(folder: String, _ options: FiguresOptions, language: Language?) throws(Failure) {
    let root = Path(folder)
    self.root = root
    listing =
      options.threads == 1
      ? nil
      : Task { [options] in
        guard let inputs = FiguresRun.inputs(options, root) else { return nil }
        return try? FigureFiles(inputs, language ?? .zh, large: options.large)
      }
    var options = options
    let configured = try Workspace.readCampaign(folder, language: language)
    if options.prefixes.isEmpty { options.prefixes = configured.prefixes }
    self.options = options
    if options.prefixes.isEmpty {
      let workspace = try Workspace.open(folder, language: language)
      (campaign, registry) = (workspace.campaign, workspace.registry)
    } else {
      campaign = configured
      guard options.prefixes.count + 1 == campaign.levels.count else {
        throw Failure(
          .usage,
          campaign.language.pick(
            "--prefixes应有\(campaign.levels.count - 1)个长度，最高一级以下每级一个",
            "--prefixes needs \(campaign.levels.count - 1) lengths, one for each level below the top"))
      }
      registry = try FiguresRun.top(campaign)
    }
    if let name = options.depth {
      guard let rank = campaign.levels.rank(of: name) else {
        throw Failure(.usage, campaign.language.pick("没有“\(name)”这一层级", "there is no level '\(name)'"))
      }
      depth = rank
    } else {
      depth = campaign.levels.count - 1
    }
    stages.done(.configuration)
  }

  private static func top(_ campaign: Campaign) throws(Failure) -> Registry {
    let registry = Month(year: 1, number: 1)
      .flatMap { Registry(topOf: campaign.levels, groups: campaign.groups, from: $0) }
    guard let registry else { throw Failure(.software, "no top") }
    return registry
  }

  /// The tree: of the registry, or of the codes that were met.
  private func roster(_ known: Roster, _ codes: [UnitCode]) throws(Failure) -> Roster {
    guard !options.prefixes.isEmpty else { return known }
    let roster = Roster(
      prefixes: options.prefixes, of: codes, levels: campaign.levels, groups: campaign.groups, in: known.month
    )
    guard let roster else { throw Failure(.software, "prefixes make no tree") }
    return roster
  }

  /// Reads, adds up, and hands the CSV on piece by piece; answers with what was read, on one line.
  ///
  /// Throws exit codes 64, 66, 78, and what `write` throws.
  public func run(_ write: ([UInt8]) throws(Failure) -> Void) async throws(Failure) -> String {
    let (inputs, month) = try inputs()
    let files = try await files(inputs)
    stages.done(.listing)
    // Where there is little, giving it back would take longer than the work.
    if files.size > FiguresRun.little { Memory.returnLargePieces() } else { Memory.keepPieces() }
    let reading = month ?? Month(year: 2000, number: 1)
    guard let reading else { throw Failure(.software, "no month") }
    let plan = try LedgerPlan.of(campaign)
    let known = registry.roster(in: reading)
    let surveyor = FigureReader(campaign: campaign, registry: registry, roster: known, isOfAnyMonth: false)
    let survey = try await FigureSurvey.of(
      files, lengths: options.prefixes, options.limits, surveyor, tasks: options.threads)
    stages.done(.survey)
    Memory.makeRoom()
    let roster = try roster(known, survey.codes)
    let reader = FigureReader(
      campaign: campaign, registry: registry, roster: roster, isOfAnyMonth: month == nil,
      months: options.limits.months)
    stages.done(.registry)
    let found = try await FigureReading.of(
      files, survey, plan, reader, roster, options.limits, tasks: options.threads)
    stages.done(.reading)
    Memory.makeRoom()
    let months = month.map { [$0] } ?? Set(found.totals.flatMap(\.known)).sorted()
    var counts = Counts(files: files.files.count, rows: found.rows, findings: found.findings)
    let rows = FigureRows(campaign: campaign, depth: depth, consume found)
    stages.done(.together)
    // What a month takes is taken again for the next; there are no keys any more that it would stand beside.
    Memory.keepPieces()
    let rosters = months.map { registry.roster(in: $0, like: roster) }
    try await print(rows, rosters, &counts, write)
    stages.done(.printing)
    return summary(counts, months)
  }

  private func files(_ inputs: [Path]) async throws(Failure) -> FigureFiles {
    if let listed = await listing?.value { return listed }
    return try FigureFiles(inputs, campaign.language, large: options.large)
  }

  /// Hands the rows of the months on, and counts what is found on the way: where there are few months the parts of
  /// each are made at once, else the months.
  private func print(
    _ rows: FigureRows, _ rosters: [Roster], _ counts: inout Counts,
    _ write: ([UInt8]) throws(Failure) -> Void
  ) async throws(Failure) {
    guard rosters.count < options.threads else {
      return try await Spread.inOrder(rosters.count, threads: options.threads) { place throws(Failure) in
        let month = try rows.month(rosters[place])
        return (place == 0 ? month.headings : [], month.rows(month.units), month.findings)
      } take: { (headings: [UInt8], bytes: [UInt8], findings: [String: Int]) throws(Failure) in
        try write(headings)
        try write(bytes)
        counts.findings.merge(findings) { $0 + $1 }
      }
    }
    for (place, roster) in rosters.enumerated() {
      let month = try await rows.month(roster, threads: options.threads)
      counts.findings.merge(month.findings) { $0 + $1 }
      if place == 0 { try write(month.headings) }
      let parts = month.parts(4 * options.threads)
      try await Spread.inOrder(parts.count, threads: options.threads) {
        month.rows(parts[$0])
      } take: { bytes throws(Failure) in
        try write(bytes)
      }
    }
  }

  /// What to read, where that is known without looking: files named, or the inbox of the month named.
  private static func inputs(_ options: FiguresOptions, _ root: Path) -> [Path]? {
    guard options.inputs.isEmpty else { return options.inputs.map { Path($0) } }
    return options.month.map { [Workspace.inbox(root, $0)] }
  }

  /// What to read, and the month that it is of; no month where rows say theirs.
  private func inputs() throws(Failure) -> (inputs: [Path], month: Month?) {
    guard let inputs = FiguresRun.inputs(options, root) else {
      guard let month = try InboxFolders(of: root, campaign.language).months.last else {
        throw Failure(.noInput, campaign.language.pick("收件目录里没有月份", "the inbox has no month"))
      }
      return ([Workspace.inbox(root, month)], month)
    }
    guard options.month == nil else { return (inputs, options.month) }
    guard campaign.monthlyForms.isEmpty, options.prefixes.isEmpty == false else {
      throw Failure(
        .usage,
        campaign.language.pick(
          "请用--month指明月份：只有按编码分层（--prefixes）的台账可以由各行说明月份",
          "say the month with --month: only rows of ledgers, with --prefixes, may say theirs"))
    }
    return (inputs, nil)
  }

  /// What was read and found.
  private struct Counts {
    let files: Int
    let rows: Int
    /// By kind.
    var findings: [String: Int]
  }

  private func summary(_ counts: Counts, _ months: [Month]) -> String {
    let all = counts.findings.values.reduce(0, +)
    let kinds = counts.findings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let shown = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
    return campaign.language.pick(
      "文件\(counts.files)个，\(counts.rows)行，月份\(months.count)个；审核意见\(all)条\(shown)",
      "\(counts.files) files, \(counts.rows) rows, \(months.count) months; \(all) findings\(shown)")
  }
}
