import Aggregate
import Ingest
import Model

/// Two registries that are compared or joined, with the same levels and groups.
struct RegistryPair {
  let old: Registry
  let new: Registry
  let language: Language

  /// A registry.csv, alone or in a campaign's folder.
  private struct Source {
    var path: Path
    var bytes: [UInt8]
    var campaign: Campaign?

    init(_ name: String, language: Language?) throws(Failure) {
      let root = Path(name)
      let inFolder = root.appending("registry.csv")
      let (isFolder, isCampaign) = try Failure.reading(language ?? .zh) { () throws(SystemError) in
        let (named, inside) = (try FileSystem.entry(root), try FileSystem.entry(inFolder))
        let isFolder = named?.kind == .folder || inside != nil
        return (isFolder, isFolder ? try FileSystem.entry(root.appending("campaign.yaml")) != nil : false)
      }
      path = isFolder ? inFolder : root
      if isCampaign {
        campaign = try Workspace.readCampaign(name, language: language)
      }
      bytes = try ConfigurationFiles.read(
        path, limit: ConfigurationFiles.maximumRegistrySize, language ?? campaign?.language ?? .zh)
    }

    /// Derived groups are left aside: they are not written down, and follow from what is.
    func read(
      _ levels: Levels, _ groups: [String], derived: SmallSet, _ language: Language
    ) throws(Failure) -> Registry {
      do throws(RegistryProblems) {
        return try RegistryReader.read(
          bytes, file: path.display, levels: levels, groups: groups, derived: derived)
      } catch {
        throw Failure(.configuration, error.message(language))
      }
    }
  }

  /// Reads two registries, each a file or a campaign's folder. Levels and groups are those of the first one's
  /// campaign, or else the second one's; without any, the levels are the national ones and the groups those
  /// that the files name.
  init(_ old: String, _ new: String, language: Language?) throws(Failure) {
    let (a, b) = (try Source(old, language: language), try Source(new, language: language))
    let campaign = a.campaign ?? b.campaign
    self.language = language ?? campaign?.language ?? .zh
    let levels = campaign?.levels ?? Levels.national
    var groups = campaign?.groups ?? []
    if campaign == nil {
      groups = RegistryReader.groups(in: a.bytes)
      groups += RegistryReader.groups(in: b.bytes).filter { !groups.contains($0) }
      groups = Array(groups.prefix(64))
    }
    let derived = campaign?.derivedPositions ?? SmallSet()
    self.old = try a.read(levels, groups, derived: derived, self.language)
    self.new = try b.read(levels, groups, derived: derived, self.language)
  }

  /// Compares the two in these months, in which both must have units.
  func difference(_ before: Month, _ after: Month) throws(Failure) -> RegistryDifference {
    let (a, b) = (old.roster(in: before), new.roster(in: after))
    guard a.count > 0 else {
      throw Failure(
        .configuration,
        language.pick(
          "旧名录在 \(before) 没有单位，请另选月份", "the older registry has no unit in \(before); name another month"))
    }
    guard b.count > 0 else {
      throw Failure(
        .configuration,
        language.pick(
          "新名录在 \(after) 没有单位，请另选月份", "the newer registry has no unit in \(after); name another month"))
    }
    return RegistryDifference(old: a, new: b)
  }
}
