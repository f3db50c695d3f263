import Foundation
import Testing

/// Whether the program is built with a sanitizer: then it needs the memory that a limit denies it, takes limits back, and
/// must be loaded before any other library. `make sanitize` says so.
enum Sanitizer {
  static let isOn = ProcessInfo.processInfo.environment["YUEBAO_SANITIZED"] != nil
}

extension Trait where Self == ConditionTrait {
  /// For tests that let the system limit the program, or its calls fail.
  static var unlessSanitized: Self {
    .disabled(if: Sanitizer.isOn, "a program with a sanitizer cannot be limited")
  }
}
