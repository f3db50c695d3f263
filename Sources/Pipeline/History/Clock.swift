import Glibc
public import Model

/// The one place where the wall clock is read.
public enum Clock {
  /// The time as logs have it, such as `2016-07-06T01:00:05Z`.
  public static var logTime: String {
    let seconds = time(nil)
    let minute = LocalTime(minutes: seconds / 60).description.replacing(" ", with: "T")
    return minute + ":" + Digits.padded(seconds % 60, 2) + "Z"
  }

  /// The time on a clock that is so many minutes ahead of UTC.
  public static func now(utcOffset: Int) -> LocalTime {
    let seconds = time(nil)
    return LocalTime(minutes: seconds / 60 + utcOffset)
  }
}
