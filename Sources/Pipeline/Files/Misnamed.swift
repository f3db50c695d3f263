/// Files that are there under almost the right name: Windows hides endings, so that a campaign.yaml from an editor may be
/// called campaign.yaml.txt.
enum Misnamed {
  /// The name of a file beside a path that is not there: the same up to its first point, with another ending; `nil` where
  /// there is none, or where nobody can tell.
  static func name(for path: Path) -> String? {
    let folder = path.folder
    let name = path.bytes.dropFirst(folder.appending("").bytes.count)
    let stem = Array(name.prefix { $0 != UInt8(ascii: ".") }) + [UInt8(ascii: ".")]
    // What is missing has been told already; this is advice.
    let entries = (try? FileSystem.list(folder)) ?? []
    return entries.filter { $0.kind == .file && $0.name.starts(with: stem) }.map(\.name)
      .min { $0.lexicographicallyPrecedes($1) }.map { Path(bytes: $0).display }
  }
}
