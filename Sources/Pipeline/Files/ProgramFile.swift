import Glibc

/// The file that this program was started from.
enum ProgramFile {
  /// Tells a build of the program from every other on this machine; `nil` where the system does not say.
  static let stamp: String? = {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return nil }
    let time = status.st_mtim
    return
      "\(Version.number) \(status.st_dev) \(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }()
}
