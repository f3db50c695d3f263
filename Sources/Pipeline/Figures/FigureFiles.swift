import Glibc
import Ingest
import Model

/// The files that figures are made of.
struct FigureFiles: Sendable {
  /// A file, and what is found of it.
  struct File: Sendable {
    var path: Path
    var size: Int
    /// Whether it is followed where it is a link: only what was named is.
    var isNamed: Bool
    /// For messages.
    var name: String { path.display }

    /// Its bytes; `nil` where they are more than are read.
    func read() throws(SystemError) -> [UInt8]? {
      try FileSystem.read(path, limit: SubmissionReader.maximumSize, followsLinks: isNamed)
    }
  }

  /// Something to read at once: a file, or a part of a large one.
  struct Job: Sendable {
    var file: Int
    var range: Range<Int>
  }

  /// Larger files are read in parts.
  static let large = 8 << 20

  let files: [File]
  private let large: Int
  /// How many links, pipes and devices lay beside them, which are not read.
  let notRegular: Int

  /// The files named and those in the folders named, in the order of their paths; those of more than `large` bytes are
  /// read in parts.
  ///
  /// Throws exit code 66 where one is not there, or a folder cannot be read.
  init(_ inputs: [Path], _ language: Language, large: Int = FigureFiles.large) throws(Failure) {
    self.large = large
    var files: [File] = []
    var notRegular = 0
    for input in inputs {
      let (size, folder) = try FigureFiles.look(at: input, language)
      guard let folder else {
        files.append(File(path: input, size: size, isNamed: true))
        continue
      }
      // Figures of half of the files would look like those of all.
      if let lost = folder.unreadable.first { throw FigureFiles.unreadable(lost, input, language) }
      notRegular += folder.files.count { $0.kind != .file }
      files += folder.files.filter { $0.kind == .file }.map {
        File(path: $0.path, size: $0.size, isNamed: false)
      }
    }
    (self.files, self.notRegular) = (files, notRegular)
  }

  /// The bytes of what is named, and what lies in it where it is a folder.
  private static func look(
    at input: Path, _ language: Language
  ) throws(Failure) -> (size: Int, folder: Inbox?) {
    try Failure.reading(language) { () throws(SystemError) in
      guard let entry = try FileSystem.entry(input) else { throw SystemError(input, number: ENOENT) }
      // What is named is followed where it is a link; what lies in a folder is not.
      let isFolder = entry.kind == .folder || entry.kind == .link && (try? FileSystem.list(input)) != nil
      return (entry.size, isFolder ? try Inbox(input) : nil)
    }
  }

  private static func unreadable(
    _ folder: (name: String, reason: String), _ input: Path, _ language: Language
  ) -> Failure {
    let path = input.appending(folder.name).display
    return Failure(
      .noInput,
      language.pick(
        "读不了文件夹\(path)（\(folder.reason)），没有输出任何数据。请检查后重新运行。",
        "the folder \(path) cannot be read (\(folder.reason)); no figures were made. Check it and run again.")
    )
  }

  /// The bytes of all files.
  var size: Int { files.reduce(0) { $0 + $1.size } }

  func isLarge(_ file: Int) -> Bool { files[file].size > large }

  /// The jobs of each task: neighbours, so that a task meets few months, and about as many bytes for each.
  func shares(_ tasks: Int, parted: (Int) -> Bool) -> [[Job]] {
    var jobs: [Job] = []
    for (place, file) in files.enumerated() {
      guard parted(place) else {
        jobs.append(Job(file: place, range: 0..<file.size))
        continue
      }
      for start in stride(from: 0, to: file.size, by: LineParts.size) {
        jobs.append(Job(file: place, range: start..<min(start + LineParts.size, file.size)))
      }
    }
    // Opening a file costs as much as reading so many bytes.
    let cost = { (job: Job) in job.range.count + 4096 }
    let all = jobs.reduce(0) { $0 + cost($1) }
    var shares = [[Job]](repeating: [], count: tasks)
    var done = 0
    for job in jobs {
      shares[min(tasks - 1, done * tasks / max(1, all))].append(job)
      done += cost(job)
    }
    return shares.filter { !$0.isEmpty }
  }
}
