import ArgumentParser
import Pipeline

/// What shells complete behind options that name something of the campaign.
enum Completions {
  /// The months of the inbox.
  static let months = CompletionKind.custom { words, _, _ in Suggestions.months(in: folder(words)) }
  /// Units by code and name.
  static let units = CompletionKind.custom { words, _, typed in
    Suggestions.units(in: folder(words), typed: typed)
  }
  /// Forms by their ids.
  static let forms = CompletionKind.custom { words, _, _ in Suggestions.forms(in: folder(words)) }
  /// Levels by their ids.
  static let levels = CompletionKind.custom { words, _, _ in Suggestions.levels(in: folder(words)) }

  /// The campaign's folder that the words of a command line name; the current one without it.
  private static func folder(_ words: [String]) -> String {
    for (word, next) in zip(words, words.dropFirst()) where word == "-C" || word == "--workspace" {
      return next
    }
    let joined = words.first { $0.hasPrefix("--workspace=") }
    return joined.map { String($0.dropFirst("--workspace=".count)) } ?? "."
  }
}
