import Model
import Render

extension MonthRun {
  /// An edition's workbook, or exit code 73 where the machine has no memory or room for it.
  static func workbook(_ edition: Edition) -> Result<[UInt8], Failure> {
    Result { () throws(WorkbookError) in try BulletinWorkbook.render(edition) }.mapError { error in
      Failure(
        .cannotCreate, edition.language.pick("工作簿写不了：\(error)", "the workbook cannot be made: \(error)"))
    }
  }

  /// The bulletin of a unit as a workbook (XLSX). Throws exit code 73 where it cannot be made.
  public func workbook(of unit: Int) throws(Failure) -> [UInt8] { try Self.workbook(edition(of: unit)).get() }

  /// Writes the workbook of a unit to a file, in place of one that is there; answers with one line. Throws exit
  /// code 73 where it cannot be written.
  public func writeWorkbook(of unit: Int, to file: String) throws(Failure) -> String {
    let bytes = try workbook(of: unit)
    let (path, aside) = (Path(file), Path(file + ".part"))
    do throws(SystemError) {
      try FileSystem.remove(aside)
      try FileSystem.replace(path, with: bytes, aside: aside)
    } catch {
      throw Failure(
        writing: campaign.language.pick("工作簿", "the workbook"), error,
        kept: campaign.language.pick("\(path.display)没有改动", "\(path.display) was not changed"),
        campaign.language)
    }
    return campaign.language.pick("已写入\(path.display)", "written to \(path.display)")
  }
}
