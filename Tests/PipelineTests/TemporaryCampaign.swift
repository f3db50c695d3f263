import Glibc
import Model

@testable import Pipeline

/// A new campaign in a folder that is there for the time of one test.
final class TemporaryCampaign {
  /// The folder.
  let root: Path

  init() throws {
    var template = Array("/tmp/yuebao-test-XXXXXX".utf8CString)
    // Replaces the six X in place; the array ends with a zero.
    let made = unsafe mkdtemp(&template).map { unsafe String(cString: $0) }
    root = Path(made ?? "/nonexistent")
    _ = try NewCampaign.create(in: root.display, language: .en)
  }

  deinit { try? FileSystem.remove(root) }

  /// The campaign as the program sees it.
  func open() throws -> Workspace { try Workspace.open(root.display, language: nil) }
}
