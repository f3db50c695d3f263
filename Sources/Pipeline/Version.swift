/// The version of the program.
public enum Version {
  /// As `yuebao --version` shows it, and as the history keeps it with each entry.
  public static let number = "0.2.0"
}
