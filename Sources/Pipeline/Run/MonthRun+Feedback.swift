import Aggregate
import Model
import Render

extension MonthRun {
  /// The feedback pages of a book, each by the name of its file.
  func feedback(_ book: FeedbackBook) -> [(name: String, bytes: [UInt8])] {
    book.units.map { unit in
      let found = roster.units[unit]
      // Codes are unique and begin the name, so the files differ.
      return (SafeName.of("\(found.code)-\(found.name)", ending: ".md"), Array(book.markdown(of: unit).utf8))
    }
  }

  /// The feedback page of a unit. Throws exit code 64 for the top, which has nobody to be set beside.
  public func feedback(of unit: Int) throws(Failure) -> String {
    let parent = Int(roster.parent[unit])
    guard parent >= 0 else {
      throw Failure(
        .usage,
        campaign.language.pick(
          "最高一级单位没有反馈单，请用--for指明下级单位", "the top unit has no feedback page; name another with --for"))
    }
    return FeedbackBook(edition(of: parent), arrears).markdown(of: unit)
  }

  /// Writes the feedback pages of all units of a level into a folder, made where it is not there; answers with
  /// one line. Throws exit code 64 for an unknown level, 73 where they cannot be written.
  public func writeFeedback(level id: String, into folder: String) throws(Failure) -> String {
    let language = campaign.language
    guard let level = campaign.levels.rank(of: id) else {
      let all = campaign.levels.all.map(\.id).joined(separator: language.pick("、", ", "))
      throw Failure(
        .usage, language.pick("没有层级“\(id)”，只有\(all)", "there is no level '\(id)'; there are \(all)"))
    }
    let parents = Set(
      roster.units.indices.filter { roster.units[$0].level == level }.map { Int(roster.parent[$0]) })
    var count = 0
    do throws(SystemError) {
      try FileSystem.makeFolder(Path(folder))
      for parent in parents.sorted() where parent >= 0 {
        let book = FeedbackBook(edition(of: parent), arrears)
        for unit in book.units where roster.units[unit].level == level {
          let found = roster.units[unit]
          let path = Path(folder).appending(SafeName.of("\(found.code)-\(found.name)", ending: ".md"))
          let aside = Path(bytes: path.bytes + Array(".part".utf8))
          try FileSystem.remove(aside)
          try FileSystem.replace(path, with: Array(book.markdown(of: unit).utf8), aside: aside)
          count += 1
        }
      }
    } catch {
      throw Failure(
        writing: language.pick("反馈单", "the feedback pages"), error,
        kept: language.pick("已写好\(count)份", "\(count) are written"), language)
    }
    return language.pick("已写入反馈单\(count)份", "\(count) feedback pages written")
  }
}

extension FeedbackBook {
  /// The pages of the children of an edition's unit.
  init(_ edition: Edition, _ arrears: Arrears?) {
    self.init(edition) { form, unit in arrears?.streak(form: form, unit: unit) ?? 0 }
  }
}
