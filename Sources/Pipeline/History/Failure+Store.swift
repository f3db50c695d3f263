import Model
import Store

extension Failure {
  /// A history that cannot be read or written, as a failure of the command.
  init(_ error: StoreError, _ language: Language) {
    let code: Code =
      switch error.kind {
      case .missing: .noInput
      case .busy, .shortage: .temporary
      default: .cannotCreate
      }
    self.init(code, error.message(language))
  }

  /// Does the work; what goes wrong with the history becomes a failure.
  static func of<Result>(
    _ language: Language, _ work: () throws(StoreError) -> Result
  ) throws(Failure) -> Result {
    do throws(StoreError) {
      return try work()
    } catch {
      throw Failure(error, language)
    }
  }
}
