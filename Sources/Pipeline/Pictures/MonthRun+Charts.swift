import Model
import Render

extension MonthRun {
  /// The charts of a document as SVG, by the names of their files.
  func charts(_ document: Document) -> [(name: String, bytes: [UInt8])] {
    document.charts.map { chart in
      ("charts/\(chart.name).svg", Array(SVGRenderer.render(chart, language: campaign.language).utf8))
    }
  }

  /// The same as PNG, each with its note, for where a picture goes alone. The bytes depend on the machine's fonts, so
  /// that `SHA256SUMS` does not list them.
  func writePictures(_ document: Document, _ output: borrowing OutputFolder) throws(Failure) {
    for chart in document.charts {
      let svg = SVGRenderer.render(chart, language: campaign.language, note: true)
      try PictureConverter.write(
        svg, as: output.place(of: "charts/\(chart.name).png"), campaign.language)
    }
  }
}
