/// What keeps a text from being YAML.
enum YAMLMistake: Sendable {
  /// What was typed wrongly, as far as it can be told.
  case slip(YAMLSlip)
  /// A key that a mapping has twice.
  case repeatedKey(String)
  /// Control characters: a document of Word, say.
  case control
  /// Else the parser's own words.
  case words(String)

  /// What is wrong and what to do, without a full stop.
  func text(_ zh: Bool) -> String {
    switch self {
    case .slip(let slip): slip.text(zh)
    case .repeatedKey(let key):
      zh ? "键“\(key)”写了不止一次，请删去多余的" : "the key '\(key)' is given more than once; remove what is too many"
    case .control:
      zh
        ? "含有控制字符，不是纯文本（Word、Excel存的文件不能用）。请用文本编辑器编辑，存为UTF-8文本"
        : "there are control characters, as in what Word or Excel save; edit it as plain text, in UTF-8"
    case .words(let words): YAMLMistake.advice(words).map { zh ? $0.zh : $0.en } ?? words
    }
  }

  /// What to do about what libyaml's parser says most often.
  private static func advice(_ words: String) -> (zh: String, en: String)? {
    switch words {
    case "could not find expected ':'":
      (
        "此行或上一行不是“键: 值”的写法，缺少冒号和空格",
        "this line or the one above is not 'key: value', with a colon and a space"
      )
    case "mapping values are not allowed in this context":
      (
        "此处不应有“: ”。值里有冒号的，请用英文双引号括起来；缩进应与同级各行对齐",
        "there is one ': ' too many; put a value with a colon into quotes, and indent a line as those beside it"
      )
    case "found character that cannot start any token",
      "did not find expected alphabetic or numeric character":
      ("值不能以此字符开头，请用英文双引号括起来", "a value cannot begin with this character; put it into quotes")
    case "found unexpected end of stream": ("引号没有配对，缺少后一个", "a quotation mark is not closed")
    case "did not find expected ',' or '}'":
      ("花括号{ }没有配对，或者各项之间缺少英文逗号", "a brace { is not closed, or a comma is missing before this")
    case "did not find expected ',' or ']'":
      ("方括号[ ]没有配对，或者各项之间缺少英文逗号", "a bracket [ is not closed, or a comma is missing before this")
    case "did not find expected '-' indicator", "did not find expected key",
      "did not find expected <document start>", "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      ("缩进或写法与上面同级的行不一致，请对齐", "the line is not indented or written as those beside it; align it")
    case "found unknown escape character":
      (
        "英文双引号中的“\\”后面不能是此字符，请改用英文单引号",
        "no such character may follow '\\' in double quotes; use single quotes"
      )
    default: nil
    }
  }
}
