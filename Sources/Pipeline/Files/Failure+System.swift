import Glibc
import Model

extension Failure {
  /// An input that the system does not let be read, before anything was written: exit code 66, or 75 where the
  /// machine lacks something for now.
  init(reading error: SystemError, _ language: Language) {
    if error.isGone {
      self.init(
        .noInput,
        language.pick(
          "没有\(error.path)，没有写入任何内容。请核对路径。", "there is no \(error.path); nothing was written. Check the path."
        ))
      return
    }
    self.init(
      error.isShortage ? .temporary : .noInput,
      language.pick(
        "读不了\(error.path)（\(error.reason)），没有写入任何内容。\(error.remedy(language))",
        "\(error.path) cannot be read (\(error.reason)); nothing was written. \(error.remedy(language))"))
  }

  /// An output, called `what`, that the system does not let be written: exit code 73, or 75 where the machine lacks
  /// something for now. `kept` says what is there now.
  init(writing what: String, _ error: SystemError, kept: String, _ language: Language) {
    self.init(
      error.isShortage ? .temporary : .cannotCreate,
      language.pick(
        "\(what)写不了（\(error)）；\(kept)。\(error.remedy(language))",
        "\(what) cannot be written (\(error)); \(kept). \(error.remedy(language))"))
  }

  /// Does the work; what cannot be read becomes a failure.
  static func reading<Result>(
    _ language: Language, _ work: () throws(SystemError) -> Result
  ) throws(Failure) -> Result {
    do throws(SystemError) {
      return try work()
    } catch {
      throw Failure(reading: error, language)
    }
  }
}

extension SystemError {
  /// What to do, one sentence.
  func remedy(_ language: Language) -> String {
    switch number {
    case ENOSPC, EDQUOT: language.pick("请腾出磁盘空间，然后重新运行。", "Free some space on the disk, then run again.")
    case EEXIST: language.pick("请移走已有的文件，或另选文件名。", "Move away what is there, or choose another name.")
    case EACCES, EPERM, EROFS:
      language.pick(
        "请检查文件和文件夹的权限，然后重新运行。", "Check the permissions of the file and its folder, then run again.")
    case _ where isShortage: language.pick("请稍后重新运行。", "Run again later.")
    default: language.pick("请检查磁盘，然后重新运行。", "Check the disk, then run again.")
    }
  }
}
