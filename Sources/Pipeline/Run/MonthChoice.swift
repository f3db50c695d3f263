import Model

/// The month that a command is about.
struct MonthChoice: Sendable {
  var month: Month
  /// What a person should know of the choice.
  var notes: [String] = []
}

extension Workspace {
  /// The month asked for; else the latest whose returns are due; else the latest.
  ///
  /// Throws exit code 66 where nothing is known of the month, or of any.
  func chooseMonth(
    _ asked: Month?, _ now: LocalTime, _ known: Known, fromInbox: Bool = true,
    mustBeKnown: Bool = true
  ) throws(Failure) -> MonthChoice {
    let months = Set(try known.months() + (fromInbox ? inboxMonths() : [])).sorted()
    if let asked {
      guard months.contains(asked) || !mustBeKnown else {
        throw Failure(
          .noInput,
          campaign.language.pick(
            "没有\(inbox(asked).display)文件夹，历史库中也没有\(asked)的报送件",
            "there is no folder \(inbox(asked).display), and the history has nothing of \(asked)"))
      }
      return MonthChoice(month: asked)
    }
    guard let latest = months.last else { throw try noMonths() }
    let isDue = { (month: Month) in campaign.deadline.day(for: month) < now.day }
    var choice = MonthChoice(month: months.last(where: isDue) ?? latest)
    if !isDue(choice.month) {
      let due = campaign.deadline.day(for: choice.month)
      choice.notes.append(
        campaign.language.pick(
          "\(choice.month)的报送截止日\(due)还没有过",
          "the returns of \(choice.month) are due on \(due), which is not past yet"))
    } else if choice.month == latest, let next = latest.next, isDue(next), isRecent(next, now) {
      choice.notes.append(
        campaign.language.pick(
          "\(next)的报送截止日\(campaign.deadline.day(for: next))已过，收件目录里还没有这个月的文件夹",
          "the returns of \(next) were due on \(campaign.deadline.day(for: next)), and the inbox has no folder for it"
        ))
    }
    return choice
  }

  /// Whether the returns of a month were due not long ago. A campaign that has ended is left in peace.
  private func isRecent(_ month: Month, _ now: LocalTime) -> Bool {
    now.day.number - campaign.deadline.day(for: month).number <= 62
  }

  /// That there is no month at all, and what there is instead.
  func noMonths() throws(Failure) -> Failure {
    let inbox = Workspace.inbox(root).display
    let nothing = campaign.language.pick(
      "\(inbox)里没有以月份命名的文件夹，如2016-06", "\(inbox) has no folder named by a month, such as 2016-06")
    return Failure(.noInput, ([nothing] + [try strayNote()].compactMap(\.self)).joined(separator: "\n"))
  }
}
