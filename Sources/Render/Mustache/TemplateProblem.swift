public import Model

/// Something wrong in a template, with its place.
public struct TemplateProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// `{{` without `}}`.
    case unfinished
    /// A tag of Mustache that templates of a bulletin do not have.
    case refused(String)
    /// A name with other signs than letters, digits, `_`, `-` and points.
    case badName(String)
    /// A field that is not known there.
    case unknown(String, known: [String])
    /// A section that nothing ends.
    case open(String)
    /// An end of a section other than the one that is open.
    case end(String, open: String?)
    /// Sections within sections, more of them than there may be.
    case deep(Int)
    /// Lists within lists, more of them than there may be.
    case lists(Int)
    /// A field that is no text, and is to be printed.
    case noText(String)
    /// A control character, or one that turns the direction of text.
    case hidden
    /// A file with a name that stands for no place of the bulletin.
    case file(String, known: [String])
    /// What the parser of templates says.
    case parser(String)
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, from 1, in characters.
  public var line, column: Int

  init(_ kind: Kind, _ line: Int, _ column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// The name that is not known and those that are; `nil` for other problems.
  public var names: (given: String, known: [String])? {
    switch kind {
    case .unknown(let name, let known), .file(let name, let known): (name, known)
    default: nil
    }
  }

  /// What is wrong, without an end where ``names`` go on.
  public func message(_ language: Language) -> String {
    switch kind {
    case .unfinished: language.pick("“{{”没有对应的“}}”。", "'{{' without '}}'.")
    case .refused(let sign):
      language.pick(
        "模板不支持“{{\(sign)”；可用的有 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}}、{{!说明}}。",
        "templates do not have '{{\(sign)'; there are {{name}}, {{#name}}, {{^name}}, {{/name}} and {{!remark}}."
      )
    case .badName(let name):
      language.pick(
        "“\(name)”不是字段名，字段名只含字母、数字、“_”“-”和点。",
        "'\(name)' is no name of a field: letters, digits, '_', '-' and points.")
    case .unknown(let name, _): language.pick("没有字段“\(name)”", "there is no field '\(name)'")
    case .open(let name):
      language.pick(
        "“{{#\(name)}}”没有结束，请补上“{{/\(name)}}”。", "'{{#\(name)}}' is not ended; add '{{/\(name)}}'.")
    case .end(let name, let open):
      open.map { open in
        language.pick(
          "此处应结束“\(open)”，写的却是“{{/\(name)}}”。", "'\(open)' is to be ended here, not '{{/\(name)}}'.")
      }
        ?? language.pick(
          "“{{/\(name)}}”之前没有“{{#\(name)}}”。", "'{{/\(name)}}' without '{{#\(name)}}' before it.")
    case .noText(let name):
      language.pick(
        "“\(name)”不是文字，只能写成“{{#\(name)}}…{{/\(name)}}”或取其中的字段。",
        "'\(name)' is no text: write '{{#\(name)}}…{{/\(name)}}', or name a field of it.")
    case .deep(let most):
      language.pick("段落套段落最多\(most)层。", "sections may lie \(most) deep in each other, no more.")
    case .lists(let most):
      language.pick("列表套列表最多\(most)层。", "lists may lie \(most) deep in each other, no more.")
    case .hidden: language.pick("此处有控制字符，请删去。", "there is a control character here; remove it.")
    case .file(let name, _):
      language.pick("“\(name).mustache”不对应通报的任何部分", "'\(name).mustache' is no part of the bulletin")
    case .parser(let error):
      language.pick("模板无法解析：\(error)。", "the template cannot be read: \(error).")
    }
  }
}
