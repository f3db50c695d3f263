import Glibc
import Model

/// The files that figures are made of.
struct FigureFiles: Sendable {
  /// A file, and what is found of it.
  struct File: Sendable {
    var path: Path
    /// For messages.
    var name: String
    var size: Int
  }

  /// Something to read at once: a file, or a part of a large one.
  struct Job: Sendable {
    var file: Int
    var range: Range<Int>
  }

  /// Larger files are read in parts.
  static let large = 8 << 20

  let files: [File]

  /// The files named and those in the folders named, in the order of their paths.
  ///
  /// Throws exit code 66 where one is not there.
  init(_ inputs: [Path]) throws(Failure) {
    var files: [File] = []
    for input in inputs {
      do throws(SystemError) {
        guard let entry = FileSystem.entry(input) else { throw SystemError(input, number: ENOENT) }
        // What is named is followed where it is a link; what lies in a folder is not.
        let isFolder = entry.kind == .folder || entry.kind == .link && (try? FileSystem.list(input)) != nil
        if isFolder {
          files += try Inbox(input).files.filter { $0.kind == .file }.map {
            File(path: $0.path, name: $0.path.display, size: $0.size)
          }
        } else {
          files.append(File(path: input, name: input.display, size: entry.size))
        }
      } catch {
        throw Failure(.noInput, error.description)
      }
    }
    self.files = files
  }

  func isLarge(_ file: Int) -> Bool { files[file].size > FigureFiles.large }

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
