import Model

@testable import Pipeline

/// A campaign's files: what is read can be printed, and what is printed reads as the same.
enum CampaignTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    let files = FuzzParts.split(bytes).map { part in
      ConfigurationFiles.File(
        name: part.name.isEmpty ? ConfigurationFiles.campaign : part.name, bytes: part.bytes)
    }
    let first = read(files)
    try FuzzFault.unless(told(first) == told(read(files)), "read twice, read otherwise")
    switch first {
    case .failure(let failure):
      let codes: [Failure.Code] = [.configuration, .noInput]
      try FuzzFault.unless(codes.contains(failure.code), "exit code \(failure.code): \(failure)")
      try FuzzFault.unless(!failure.description.isEmpty, "no message")
    case .success(let workspace): try printBack(workspace.campaign, files)
    }
  }

  private static func read(_ files: [ConfigurationFiles.File]) -> Result<Workspace, Failure> {
    do throws(Failure) {
      let root = Path("campaign")
      return .success(try Workspace(root: root, ConfigurationFiles(place: root, files: files), language: nil))
    } catch {
      return .failure(error)
    }
  }

  private static func told(_ result: Result<Workspace, Failure>) -> String {
    switch result {
    case .failure(let failure): failure.description
    case .success(let workspace): (try? ConfigPrinter.campaign(workspace.campaign)) ?? "cannot be printed"
    }
  }

  private static func printBack(_ campaign: Campaign, _ files: [ConfigurationFiles.File]) throws(FuzzFault) {
    do throws(Failure) {
      let printed = try ConfigPrinter.campaign(campaign)
      var again = files.filter { $0.name != ConfigurationFiles.campaign && !$0.name.hasPrefix("forms/") }
      again.append(.init(name: ConfigurationFiles.campaign, bytes: Array(printed.utf8)))
      for form in campaign.forms {
        let text = try ConfigPrinter.form(form, of: campaign)
        again.append(.init(name: "forms/\(form.id).yaml", bytes: Array(text.utf8)))
      }
      let result = read(again)
      guard case .success(let workspace) = result else {
        throw Failure(.software, "what was printed is not read: \(told(result))\n\(printed)")
      }
      let second = try ConfigPrinter.campaign(workspace.campaign)
      guard second == printed else {
        throw Failure(.software, "what was printed reads otherwise:\n\(printed)\n\(second)")
      }
    } catch {
      throw FuzzFault(description: error.description)
    }
  }
}
