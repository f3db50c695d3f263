public import Model
import Render

/// Makes a campaign's folder to start from: a small one that runs at once.
public enum NewCampaign {
  /// Writes the folder; nothing that is there already is touched. Answers with the files written.
  ///
  /// Throws exit code 73 where the folder holds a campaign already or cannot be written.
  public static func create(in folder: String, language: Language) throws(Failure) -> [String] {
    let root = Path(folder)
    if FileSystem.entry(root.appending("campaign.yaml")) != nil {
      throw Failure(.cannotCreate, "\(root.display) holds a campaign already; nothing was changed")
    }
    let files = language == .zh ? NewCampaignFiles.chinese : NewCampaignFiles.english
    return try write(files, in: root)
  }

  /// Writes the bulletin's own words as templates, to begin from: into a campaign that is there already, in its
  /// language, or into a new one. Answers with the files written.
  ///
  /// Throws exit code 73 where the campaign has templates already or its folder cannot be written, and 78 where its
  /// configuration is wrong.
  public static func createTemplates(in folder: String, language: Language) throws(Failure) -> [String] {
    let root = Path(folder)
    let templates = root.appending("templates")
    if FileSystem.entry(templates) != nil {
      throw Failure(.cannotCreate, "\(templates.display) is there already; nothing was changed")
    }
    var (own, written): (Language, [String]) = (language, [])
    if FileSystem.entry(root.appending("campaign.yaml")) == nil {
      written = try create(in: folder, language: language)
    } else {
      own = try Workspace.readCampaign(folder, language: nil).language
    }
    let files = BuiltInTemplates.files(own).map { template in
      (ConfigurationFiles.templates + template.name + ConfigurationFiles.templateEnd, template.text)
    }
    return written + (try write(files, in: root))
  }

  private static func write(
    _ files: [(name: String, text: String)], in root: Path
  ) throws(Failure) -> [String] {
    do throws(SystemError) {
      for (name, text) in files {
        let path = root.appending(name)
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
        try FileSystem.makeFolder(Path(bytes: Array(path.bytes[..<slash])))
        try FileSystem.write(Array(text.utf8), to: path)
      }
    } catch {
      throw Failure(.cannotCreate, "the campaign cannot be written: \(error)")
    }
    return files.map(\.name)
  }
}
