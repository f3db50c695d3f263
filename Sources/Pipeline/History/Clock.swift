import Glibc
public import Model

/// The one place where the wall clock is read.
public enum Clock {
  /// The time on a clock that is so many minutes ahead of UTC.
  public static func now(utcOffset: Int) -> LocalTime {
    let seconds = time(nil)
    return LocalTime(minutes: seconds / 60 + utcOffset)
  }
}
