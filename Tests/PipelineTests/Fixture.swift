/// The folder of a fixture, or `nil` where it cannot be told.
func fixture(_ name: String, file: String = #filePath) -> String? {
  guard let end = file.range(of: "/Tests/")?.lowerBound else { return nil }
  return file[..<end] + "/fixtures/" + name
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).last }
}
