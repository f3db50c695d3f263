import Model
import Mustache

/// Checks templates before anything is made of them: what Mustache leaves empty in silence is a mistake here.
public enum TemplateCheck {
  /// All that is wrong with a template.
  public static func problems(_ text: String, _ fields: [TemplateField]) -> [TemplateProblem] {
    let read = TagReader(text)
    var problems = read.problems
    if problems.isEmpty { problems = checked(read.tags, fields) }
    if problems.isEmpty { problems = parsed(text) }
    return problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// What is wrong with the name of a file, without `.mustache`; `nil` where it stands for a place of the bulletin.
  public static func problem(name: String) -> TemplateProblem? {
    if BulletinTemplates.names.contains(name) { return nil }
    let own = SectionKind.ownPrefix
    if name.hasPrefix(own), TemplateSchema.isName(String(name.dropFirst(own.count))) { return nil }
    return TemplateProblem(.file(name, known: BulletinTemplates.names + [own + "…"]), 1, 1)
  }

  /// How deep sections may lie in each other: the parser calls itself for each.
  private static let mostOpen = 32
  /// How deep lists may: each is filled in once for every entry of those around it.
  private static let mostLists = 2

  private static func checked(_ tags: [TemplateTag], _ fields: [TemplateField]) -> [TemplateProblem] {
    var problems: [TemplateProblem] = []
    var scopes = [fields]
    var open: [TemplateTag] = []
    var lists: [Bool] = []
    for tag in tags where tag.sign != .comment {
      if tag.sign == .end {
        guard let last = open.last, last.name == tag.name else {
          return problems + [TemplateProblem(.end(tag.name, open: open.last?.name), tag.line, tag.column)]
        }
        open.removeLast()
        lists.removeLast()
        scopes.removeLast()
        continue
      }
      let found = find(tag, scopes, &problems)
      if tag.sign == .value {
        if let found, !found.isText {
          problems.append(TemplateProblem(.noText(tag.name), tag.line, tag.column))
        }
        continue
      }
      guard open.count < mostOpen else {
        return problems + [TemplateProblem(.deep(mostOpen), tag.line, tag.column)]
      }
      let isList = tag.sign == .section && found?.isList ?? false
      guard !isList || lists.count(where: \.self) < mostLists else {
        return problems + [TemplateProblem(.lists(mostLists), tag.line, tag.column)]
      }
      open.append(tag)
      lists.append(isList)
      scopes.append(tag.sign == .section ? found?.inner ?? [] : [])
    }
    return problems + open.map { TemplateProblem(.open($0.name), $0.line, $0.column) }
  }

  /// Looks a name up as Mustache does: its first part in the innermost section that has it, the others below that.
  private static func find(
    _ tag: TemplateTag, _ scopes: [[TemplateField]], _ problems: inout [TemplateProblem]
  ) -> TemplateField.Kind? {
    let parts = tag.name.split(separator: ".").map(String.init)
    var known = scopes.reversed().flatMap { $0 }
    var found: TemplateField.Kind?
    for (place, part) in parts.enumerated() {
      guard let field = known.first(where: { $0.name == part }) else {
        let before = parts[..<place].map { $0 + "." }.joined()
        let names = known.reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
        problems.append(
          TemplateProblem(.unknown(tag.name, known: names.map { before + $0 }), tag.line, tag.column))
        return nil
      }
      found = field.kind
      if case .object(let fields) = field.kind { known = fields } else { known = [] }
    }
    return found
  }

  /// What the parser says, were there anything left to say.
  private static func parsed(_ text: String) -> [TemplateProblem] {
    do {
      _ = try MustacheTemplate(string: BulletinTemplates.plain + text)
      return []
    } catch let error as MustacheTemplate.ParserError {
      // The first line is the program's own.
      return [
        TemplateProblem(
          .parser("\(error.error)"), max(1, error.context.lineNumber - 1), error.context.columnNumber)
      ]
    } catch {
      return [TemplateProblem(.parser("\(error)"), 1, 1)]
    }
  }
}

extension TemplateField.Kind {
  fileprivate var isText: Bool {
    if case .text = self { return true }
    return false
  }

  fileprivate var isList: Bool {
    if case .list = self { return true }
    return false
  }

  /// The fields that a section of it adds.
  fileprivate var inner: [TemplateField] {
    switch self {
    case .text, .flag: []
    case .list(let fields), .object(let fields): fields
    }
  }
}
