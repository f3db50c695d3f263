import GRDB
public import Model

extension Store {
  /// The returns of the roster's month as of an entry, for a campaign and its roster of today; `nil` where the
  /// month had not been read by then.
  ///
  /// Units that the roster lacks are left out, a unit without a row owes its return. A value that an item of
  /// today cannot express is unreadable. Withdrawn files are left out unless a return still comes from them. The
  /// tables of the files are those that a return comes from, and do not know their columns.
  public func returns(
    campaign: Campaign, roster: Roster, asOf entry: Int
  ) throws(StoreError) -> Returns? {
    guard try key(of: roster.month, asOf: entry) != nil else { return nil }
    let arrivals = try arrivals(month: roster.month, asOf: entry)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
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
    returns.leaveOut(withdrawn)
    return returns
  }
}

extension Returns {
  /// Leaves out the submissions of those arrivals that no return comes from.
  fileprivate mutating func leaveOut(_ arrivals: Set<Int>) {
    let isLeft = submissions.map { !arrivals.contains($0.arrival) || !$0.tables.isEmpty }
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
