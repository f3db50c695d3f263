public import Model

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
