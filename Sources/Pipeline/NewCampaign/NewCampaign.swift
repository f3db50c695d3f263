import Glibc
public import Model
import Render

/// Makes a campaign's folder to start from: a small one that runs at once.
public enum NewCampaign {
  /// Writes the folder; nothing that is there already is touched. Answers with the files written.
  ///
  /// Throws exit code 73 where the folder holds a campaign already or cannot be written.
  public static func create(in folder: String, language: Language) throws(Failure) -> [String] {
    let root = Path(folder)
    if try isThere(root.appending("campaign.yaml"), language) {
      throw Failure(
        .cannotCreate,
        language.pick(
          "\(root.display)里已有campaign.yaml，没有改动任何内容",
          "\(root.display) holds a campaign already; nothing was changed"))
    }
    let files = language == .zh ? NewCampaignFiles.chinese : NewCampaignFiles.english
    return try write(files, in: root, language)
  }

  /// Writes the bulletin's own words as templates, to begin from: into a campaign that is there already, in its
  /// language, or into a new one. Answers with the files written.
  ///
  /// Throws exit code 73 where the campaign has templates already or its folder cannot be written, and 78 where its
  /// configuration is wrong.
  public static func createTemplates(in folder: String, language: Language) throws(Failure) -> [String] {
    let root = Path(folder)
    let templates = root.appending("templates")
    if try isThere(templates, language) {
      throw Failure(
        .cannotCreate,
        language.pick(
          "\(templates.display)已经存在，没有改动任何内容", "\(templates.display) is there already; nothing was changed"))
    }
    var (own, written): (Language, [String]) = (language, [])
    if try !isThere(root.appending("campaign.yaml"), language) {
      written = try create(in: folder, language: language)
    } else {
      own = try Workspace.readCampaign(folder, language: nil).language
    }
    let files = BuiltInTemplates.files(own).map { template in
      (ConfigurationFiles.templates + template.name + ConfigurationFiles.templateEnd, template.text)
    }
    return written + (try write(files, in: root, language))
  }

  private static func isThere(_ path: Path, _ language: Language) throws(Failure) -> Bool {
    try Failure.reading(language) { () throws(SystemError) in try FileSystem.entry(path) != nil }
  }

  /// Writes the files, all of them or none, the one that makes a folder a campaign last.
  private static func write(
    _ files: [(name: String, text: String)], in root: Path, _ language: Language
  ) throws(Failure) -> [String] {
    var (made, folders): ([Path], [Path]) = ([], [])
    do throws(SystemError) {
      for (name, text) in files.filter({ $0.name != "campaign.yaml" })
        + files.filter({ $0.name == "campaign.yaml" })
      {
        let path = root.appending(name)
        folders += try FileSystem.makeFolder(path.folder)
        try FileSystem.write(Array(text.utf8), to: path)
        made.append(path)
      }
    } catch {
      for path in made { try? FileSystem.remove(path) }
      for folder in folders.reversed() { _ = unsafe rmdir(folder.cString) }
      throw Failure(
        writing: language.pick("新的工作目录", "the campaign"), error,
        kept: language.pick("没有留下任何文件", "nothing is left of it"), language)
    }
    return files.map(\.name)
  }
}
