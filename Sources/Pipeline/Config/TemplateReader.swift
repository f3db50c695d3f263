import Model
import Render

/// Reads the files of `templates`.
struct TemplateReader {
  let sources: [CampaignReader.Source]

  init(_ sources: [CampaignReader.Source]) { self.sources = sources }

  /// Adds the templates to a campaign that has no mistakes; answers with theirs.
  func read(into campaign: inout Campaign) throws(Failure) -> [ConfigMistake] {
    guard !sources.isEmpty else { return [] }
    let fields = TemplateSchema.fields(campaign)
    var mistakes: [ConfigMistake] = []
    for source in sources {
      let text = try source.read()
      let file = ConfigFile(path: source.path, text: text)
      let problems =
        TemplateCheck.problem(name: source.name).map { [$0] } ?? TemplateCheck.problems(text, fields)
      for problem in problems { file.report(.template(problem), line: problem.line, column: problem.column) }
      mistakes += file.told
      campaign.templates.append(CampaignTemplate(name: source.name, text: text))
    }
    return mistakes
  }
}
