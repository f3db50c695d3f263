public import Model
import Store

/// What the history has received: lists, bytes, withdrawals.
extension Workspace {
  /// The files received for a month, or for all: a line each, columns separated by tabs.
  public func submissionLines(_ month: Month?, asOf: LocalTime?) throws(Failure) -> [String] {
    let store = try openHistory(.reading)
    let language = campaign.language
    let known = try known(store, asOf: asOf)
    let headings = language.pick(
      "代码 月份 收到 入库 报送单位 大小 状态 文件", "sha256 month received recorded sender bytes status file")
    var lines = [headings.split(separator: " ").joined(separator: "\t")]
    let entries = try Failure.of(language) { () throws(StoreError) in try store.entries() }
    let recorded = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.recorded) })
    let months = if let month { [month] } else { try known.months() }
    for month in months {
      let files = try known.files(month)
      let standing = Set(files.paths.values)
      for arrival in files.arrivals.values.sorted(by: { $0.id < $1.id }) {
        let status =
          if files.withdrawn[arrival.id] == true {
            language.pick("已撤回", "withdrawn")
          } else if standing.contains(arrival.id) {
            language.pick("有效", "counts")
          } else {
            language.pick("已被同名文件替换", "replaced")
          }
        lines.append(
          [
            String(arrival.sha256.prefix(12)), month.description, arrival.received.description,
            recorded[arrival.entry]?.description ?? "", arrival.sender?.description ?? "",
            String(arrival.size), status, arrival.path,
          ].joined(separator: "\t"))
      }
    }
    return lines
  }

  /// The bytes of what was received, or of a configuration file, whose digest begins so.
  ///
  /// Throws exit code 66 where there is none, or more than one.
  public func export(_ digest: String) throws(Failure) -> [UInt8] {
    let store = try openHistory(.reading)
    let language = campaign.language
    let found = try Failure.of(language) { () throws(StoreError) in
      try store.digests(beginning: digest.lowercased())
    }
    if found.isEmpty, let original = try original(digest) { return original }
    guard found.count == 1, let only = found.first else {
      throw Failure(
        .noInput,
        found.isEmpty
          ? language.pick(
            "历史库中没有代码以\(digest)开头的内容", "the history has nothing whose SHA-256 begins with \(digest)")
          : language.pick(
            "以\(digest)开头的代码不止一个，请多写几位", "more than one SHA-256 begins with \(digest); give more digits"))
    }
    return try Known(store, language).content(only)
  }

  /// A file as it came, of which the history has a copy with masked cells; `nil` where none is kept apart.
  private func original(_ digest: String) throws(Failure) -> [UInt8]? {
    guard try hasPersonal() else { return nil }
    return try Failure.of(campaign.language) { () throws(StoreError) in
      try PersonalStore(personal.bytes).original(digest)
    }
  }

  /// Lets a received file count no more, or again. Answers with one line.
  ///
  /// Throws exit code 66 where no file of the month has that digest.
  public func withdraw(
    _ digest: String, month: Month, reason: String, undo: Bool, now: LocalTime?
  ) throws(Failure) -> String {
    let lock = try lock()
    let store = try openHistory(.writing)
    let language = campaign.language
    let files = try Known(store, language).files(month)
    let wanted = files.arrivals.values.filter {
      $0.sha256.hasPrefix(digest.lowercased()) && (files.withdrawn[$0.id] == true) == undo
    }
    guard !wanted.isEmpty, Set(wanted.map(\.sha256)).count == 1 else {
      throw Failure(
        .noInput,
        language.pick(
          "\(month)没有唯一一份代码以\(digest)开头、可以\(undo ? "恢复" : "撤回")的报送件；见 yuebao submissions -m \(month)",
          "\(month) has no single file whose SHA-256 begins with \(digest) to "
            + "\(undo ? "restore" : "withdraw"); see yuebao submissions -m \(month)"))
    }
    var arriving = Arriving()
    arriving.withdrawals = wanted.map {
      AddedWithdrawal(arrival: $0.id, reason: reason, isWithdrawn: !undo)
    }
    try record(arriving, [], at: now ?? Clock.now(utcOffset: campaign.utcOffset), in: store)
    _ = consume lock
    let paths = wanted.map(\.path).sorted().joined(separator: " ")
    return undo
      ? language.pick("已恢复：\(paths)；下次运行起计入", "restored: \(paths); it counts from the next run on")
      : language.pick("已撤回：\(paths)；下次运行起不再计入", "withdrawn: \(paths); it does not count from the next run on")
  }

  /// What the history knew at a time.
  private func known(_ store: Store, asOf: LocalTime?) throws(Failure) -> Known {
    guard let asOf else { return try Known(store, campaign.language) }
    let entry = try Failure.of(campaign.language) { () throws(StoreError) -> Entry? in
      try store.entry(asOf: asOf)
    }
    return try Known(store, asOf: entry?.id ?? 0, campaign.language)
  }
}
