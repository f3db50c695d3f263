import CXlsxwriter
import Glibc

/// A file that is nowhere but in memory, for a library that writes to paths only.
struct MemoryFile: ~Copyable {
  /// More bytes than the parts of the largest copy need.
  private static let leastRoom: UInt64 = 512 << 20

  /// More bytes than the parts of nearly all workbooks need.
  private static let someRoom: UInt64 = 64 << 20

  private let descriptor: Int32

  /// An empty file.
  init() throws(WorkbookError) {
    // The name is for debuggers only; 1 is MFD_CLOEXEC.
    descriptor = unsafe memfd_create("yuebao", 1)
    guard descriptor >= 0 else { throw WorkbookError(system: errno) }
  }

  deinit { close(descriptor) }

  /// The folder where temporary files are in memory too; `nil`, for the system's own, where it is not there
  /// or has little room, as in most containers. The library does not say when its temporary files find no room, and
  /// the workbook would lack what was not written: that there is room is seen to before.
  static func folder() throws(WorkbookError) -> UnsafeMutablePointer<CChar>? {
    if let memory = unsafe inMemory { return unsafe memory }
    var room = statvfs()
    // The name is a constant; the environment is not changed while the program runs.
    let own = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    guard unsafe statvfs(own, &room) == 0, UInt64(room.f_bavail) * UInt64(room.f_frsize) >= someRoom else {
      throw WorkbookError(library: "no room for temporary files in /dev/shm and \(own)")
    }
    return nil
  }

  private static var inMemory: UnsafeMutablePointer<CChar>? {
    let name: StaticString = "/dev/shm"
    // A constant that ends in a zero and is there as long as the program; nobody writes to it.
    let constant = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    var room = statvfs()
    guard unsafe access(constant, W_OK | X_OK) == 0, unsafe statvfs(constant, &room) == 0,
      UInt64(room.f_bavail) * UInt64(room.f_frsize) >= MemoryFile.leastRoom
    else { return nil }
    return unsafe UnsafeMutablePointer(mutating: constant)
  }

  /// A path by which this process may open it.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that has been written.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw WorkbookError(system: errno) }
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      // The buffer has room for what is asked; pread() writes no more than that.
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(descriptor, buffer.baseAddress?.advanced(by: done), size - done, off_t(done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw WorkbookError(system: errno) }
      done += count
    }
    return bytes
  }
}
