import Glibc

/// What a command left behind.
struct Outcome {
  /// The exit code; 128 and the signal's number where a signal ended it, 124 where it took too long.
  var code: Int32
  /// The bytes of standard output and standard error.
  var out: [UInt8]
  var err: [UInt8]

  var outText: String { String(decoding: out, as: UTF8.self) }
  var errText: String { String(decoding: err, as: UTF8.self) }
}

/// Runs scripts as a user's shell would, with `yuebao` of this build first on the path.
enum Shell {
  /// The folder of this build's programs, which is that of the test program itself.
  static let programs: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    // Writes at most the buffer's length less the terminating zero that is there already.
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(decoding: path.prefix(upTo: path.lastIndex(of: UInt8(ascii: "/")) ?? 0), as: UTF8.self)
  }()

  /// The folder of the whole repository.
  static let repository: String = {
    let file = #filePath
    let end = file.ranges(of: "/Tests/").last?.lowerBound ?? file.endIndex
    return String(file[..<end])
  }()

  /// Runs a script in a folder, in an environment that is the same everywhere. A script that does not end is
  /// ended after five minutes, so that a hang is a failure and not a wait.
  static func run(_ script: String, in folder: String, capture: String) -> Outcome {
    let wrapper = """
      cd "$1" && PATH="$2:$PATH" FIXTURES="$3/fixtures" LC_ALL=C TZ=UTC exec timeout -k 5 300 \
      sh -c "$4" <"$5.in" >"$5.out" 2>"$5.err"
      """
    FileBytes.write([], to: capture + ".in")
    let status = spawn([
      "/bin/sh", "-c", wrapper, "sh", folder, programs, repository, script, capture,
    ])
    return Outcome(
      code: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
      out: FileBytes.read(capture + ".out") ?? [], err: FileBytes.read(capture + ".err") ?? [])
  }

  /// Starts a program and waits for it: its status.
  private static func spawn(_ arguments: [String]) -> Int32 {
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var child: pid_t = 0
    // The arguments end with a null pointer and outlive the call, which copies them.
    let failure = unsafe posix_spawn(&child, "/bin/sh", nil, nil, &pointers, environ)
    guard failure == 0 else { return 127 << 8 }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}

/// Whole files as bytes.
enum FileBytes {
  /// The bytes of a file; `nil` where it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Writes at most the portion's length into it.
      let count = unsafe fread(&portion, 1, portion.count, file)
      if count == 0 { return bytes }
      bytes += portion[..<count]
    }
  }

  /// Writes a file, in the place of what is there.
  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    defer { unsafe fclose(file) }
    // Reads the array's bytes during the call only.
    _ = unsafe fwrite(bytes, 1, bytes.count, file)
  }
}
