import Model
import Synchronization

/// How long the stages of a run took, from its making on, for a person who asks; nothing of it is in an output file.
final class StageTimes: Sendable {
  /// A stage of a run.
  enum Stage: Sendable {
    /// Taking in what is new.
    case intake
    /// Reading, checking and adding up.
    case figures
    /// What writing the history takes beyond the renditions, which are made meanwhile.
    case history
    /// The bulletin in every format, tables, pages for senders.
    case renditions
    /// Writing them to the disk.
    case writing
    /// The page over the months.
    case index

    /// Reading the configuration, and a registry that is a file.
    case configuration
    /// Which files there are.
    case listing
    /// Looking through the files for codes and encoding.
    case survey
    /// Making the registry of codes, and the roster.
    case registry
    /// Reading rows into columns and sums.
    case reading
    /// Putting together what was read.
    case together
    /// The figures of every unit, and writing them.
    case printing

    func label(_ language: Language) -> String {
      switch self {
      case .intake: language.pick("收件", "intake")
      case .figures: language.pick("读取、审核、汇总", "reading, checks and figures")
      case .history: language.pick("历史库", "history")
      case .renditions: language.pick("生成各种格式", "renditions")
      case .writing: language.pick("写出", "writing")
      case .index: language.pick("目录页", "index")
      case .configuration: language.pick("配置", "configuration")
      case .listing: language.pick("列出文件", "listing")
      case .survey: language.pick("查看文件", "survey")
      case .registry: language.pick("名录", "registry")
      case .reading: language.pick("读取", "reading")
      case .together: language.pick("汇集", "putting together")
      case .printing: language.pick("汇总、写出", "figures and printing")
      }
    }
  }

  private struct Laps {
    var found: [(stage: Stage, time: Duration)] = []
    var last = ContinuousClock.now
  }

  private let laps = Mutex(Laps())

  /// A stage is done: all time since the one before, or the beginning, was its.
  func done(_ stage: Stage) {
    laps.withLock { laps in
      let now = ContinuousClock.now
      laps.found.append((stage, now - laps.last))
      laps.last = now
    }
  }

  /// One line: each stage in its order, in seconds and as a share of the whole.
  func line(_ language: Language) -> String {
    let found = laps.withLock(\.found)
    let all = found.reduce(Duration.zero) { $0 + $1.time }
    let parts = found.map { stage, time in
      let share = Quotient.percent(time.microseconds, of: max(1, all.microseconds), decimals: 0) ?? "0"
      return language.pick(
        "\(stage.label(language))\(time.text)秒（\(share)%）",
        "\(stage.label(language)) \(time.text) s (\(share)%)")
    }
    return language.pick("用时\(all.text)秒：", "\(all.text) s: ")
      + parts.joined(separator: language.pick("，", ", "))
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }

  /// Seconds with two decimals.
  fileprivate var text: String { Quotient.text((microseconds + 5000) / 10_000, decimals: 2) }
}
