import Model

/// The frame of a page that needs nothing but itself: style and script stand inside, and nothing else is let run or
/// load.
enum HTMLPage {
  /// What marks a page as this program's.
  static let generator = "<meta name=\"generator\" content=\"yuebao\">"

  /// A page around `body`, which is HTML already.
  static func render(title: String, language: Language, body: String) -> String {
    let skip = language.pick("跳到正文", "Skip to the text")
    return """
      <!DOCTYPE html>
      <html lang="\(language.pick("zh-Hans", "en"))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(generator)
      <meta name="color-scheme" content="light dark">
      <meta name="format-detection" content="telephone=no">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.inline(title))</title>
      <style>\(HTMLStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#text">\(skip)</a>
      <main id="text" tabindex="-1">
      \(body)</main>
      <script>\(HTMLScript.text)</script>
      </body>
      </html>

      """
  }

  /// Only the page's own style and script, by their digests; text from outside can add neither.
  private static var policy: String {
    "default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; script-src 'sha256-\(HTMLScript.digest)'; "
      + "base-uri 'none'; form-action 'none'"
  }
}
