import GRDB
public import Model

extension Store {
  /// The returns of the roster's month as of an entry, for a campaign and its roster of today; `nil` where the
  /// month had not been read by then.
  ///
  /// Units that the roster lacks are left out, a unit without a row owes its return. A value that an item of
  /// today cannot express is unreadable. Withdrawn files are left out unless a return still comes from them. The
  /// tables of the files are those that a return comes from, and do not know their columns. Files of other months that
  /// a ledger's rows come from are there as well, under paths such as `../2016-04/a.csv`.
  public func returns(
    campaign: Campaign, roster: Roster, asOf entry: Int
  ) throws(StoreError) -> Returns? {
    guard try key(of: roster.month, asOf: entry) != nil else { return nil }
    let own = try arrivals(month: roster.month, asOf: entry)
    let others = try foreign(to: own, campaign: campaign, month: roster.month, asOf: entry)
    let arrivals = (own + others).sorted { $0.path.utf8.span.precedes($1.path.utf8.span) }
    let withdrawn = Set(try withdrawals(asOf: entry).map(\.arrival))
    let submissions = arrivals.map { arrival in
      var submission = Submission(
        path: arrival.path, size: arrival.size, sha256: arrival.sha256,
        sender: arrival.sender.flatMap { roster.index(of: $0) }, received: arrival.received)
      submission.arrival = arrival.id
      return submission
    }
    let positions = Dictionary(
      arrivals.enumerated().map { ($0.element.id, Int32($0.offset)) }, uniquingKeysWith: { $1 })
    var returns = Returns(roster: roster, campaign: campaign, submissions: submissions)
    try read { db in
      for form in campaign.forms.indices {
        var reader = ReturnsReader(campaign, form: form, positions: positions)
        try reader.read(db, into: &returns, asOf: entry)
      }
    }
    returns.leaveOut(withdrawn, Set(others.map(\.id)))
    return returns
  }

  /// The arrivals of other months that rows of the month's ledgers have come from, their paths as seen from its inbox.
  private func foreign(
    to own: [Arrival], campaign: Campaign, month: Month, asOf entry: Int
  ) throws(StoreError) -> [Arrival] {
    let ledgers = campaign.forms.filter { $0.ledger != nil }
    guard !ledgers.isEmpty else { return [] }
    let known = Set(own.map(\.id))
    var wanted: Set<Int> = []
    try read { db in
      for form in ledgers {
        guard let table = try ReturnTable(db, form: form.id, month: month, asOf: entry) else { continue }
        let rows = try Prepared(
          db,
          """
          SELECT DISTINCT submission FROM \(table.name) WHERE month = ? AND entry <= ? AND submission IS NOT NULL
          """)
        try rows.bind(1, month.description)
        try rows.bind(2, entry)
        while try rows.step() { wanted.insert(try rows.count(0)) }
      }
    }
    return try arrivals(ids: wanted.subtracting(known).sorted(), asOf: entry).map { arrival in
      var arrival = arrival
      if arrival.month != month { arrival.path = "../\(arrival.month)/\(arrival.path)" }
      return arrival
    }
  }
}

extension Returns {
  /// Leaves out the submissions of those arrivals, and of those of other months, that no return comes from.
  fileprivate mutating func leaveOut(_ arrivals: Set<Int>, _ foreign: Set<Int>) {
    var isSource = submissions.map { _ in foreign.isEmpty }
    if !foreign.isEmpty {
      for source in sources.joined() where source.submission >= 0 { isSource[Int(source.submission)] = true }
    }
    let isLeft = submissions.indices.map { place in
      let (arrival, hasTables) = (submissions[place].arrival, !submissions[place].tables.isEmpty)
      return foreign.contains(arrival) ? isSource[place] : !arrivals.contains(arrival) || hasTables
    }
    guard isLeft.contains(false) else { return }
    var moved: [Int32] = []
    var next: Int32 = 0
    for stays in isLeft {
      moved.append(next)
      if stays { next += 1 }
    }
    for form in sources.indices {
      for unit in sources[form].indices where sources[form][unit].submission >= 0 {
        sources[form][unit].submission = moved[Int(sources[form][unit].submission)]
      }
    }
    submissions = zip(submissions, isLeft).filter(\.1).map(\.0)
  }
}
