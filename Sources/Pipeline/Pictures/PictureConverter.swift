import Glibc
import Model

/// Turns SVG into PNG with librsvg's `rsvg-convert`, a program of its own: who wants no PNG needs none of it.
enum PictureConverter {
  private static let program = "rsvg-convert"

  /// Writes `svg` as PNG, with two dots for each unit, into a file that is not there yet.
  ///
  /// Throws exit code 73 where the program is missing or fails. Its pictures depend on the fonts of the machine.
  static func write(_ svg: String, as png: Path, _ language: Language) throws(Failure) {
    let source = Path(bytes: png.bytes + Array(".svg".utf8))
    do throws(SystemError) {
      try FileSystem.write(Array(svg.utf8), to: source)
    } catch {
      throw failure("\(error)", language)
    }
    defer { try? FileSystem.remove(source) }
    let options = ["--zoom=2", "--format=png", "--output"].map { Path($0) }
    let number = run([Path(program)] + options + [png, source])
    if number == ENOENT {
      throw failure(
        language.pick(
          "没有\(program)，请安装librsvg2-bin（Debian）", "\(program) is missing; install librsvg2-bin (Debian)"),
        language)
    }
    guard number == 0 else {
      throw failure(language.pick("\(program)失败（\(number)）", "\(program) failed (\(number))"), language)
    }
  }

  private static func failure(_ reason: String, _ language: Language) -> Failure {
    Failure(
      .cannotCreate,
      language.pick("PNG图写不了：\(reason)", "the PNG pictures cannot be written: \(reason)"))
  }

  /// Runs a program found on the path, its arguments as they are, and waits for it; the system's error where it cannot
  /// be started, else its exit status, or 128 and the signal that ended it.
  private static func run(_ arguments: [Path]) -> Int32 {
    let names = ["HOME", "PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME"]
    let environment = names.compactMap { (name: String) -> Path? in
      // Copied at once; nothing here changes the environment.
      guard let value = unsafe getenv(name) else { return nil }
      return unsafe Path("\(name)=" + String(cString: value))
    }
    var child: pid_t = 0
    let started = unsafe withCStrings(arguments) { arguments in
      unsafe withCStrings(environment) { environment in
        guard let program = unsafe arguments[0] else { return EINVAL }
        return unsafe posix_spawnp(&child, program, nil, nil, arguments, environment)
      }
    }
    guard started == 0 else { return started }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return errno }
    }
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }

  /// Lends the texts as C has them: an array of pointers, the last of them null.
  private static func withCStrings(
    _ texts: [Path], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    let copies = unsafe texts.map { unsafe strdup($0.cString) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    var pointers = unsafe copies + [nil]
    // The copies live until the end of this function, longer than the call.
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return EINVAL }
      return unsafe body(first)
    }
  }
}
