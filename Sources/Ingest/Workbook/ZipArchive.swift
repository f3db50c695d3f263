import CLibzip

/// The parts of a zip archive that lies in memory. Nothing is unpacked to disk, and nothing that the archive
/// says of sizes is trusted: what comes out is counted.
@safe
final class ZipArchive {
  /// The most bytes that a part may have when unpacked.
  static let maximumPart = 256 << 20
  /// The most bytes that are unpacked of an archive, parts that are read twice counted twice.
  static let maximumTotal = 512 << 20
  /// The most bytes that an archive's list of contents may have.
  private static let maximumDirectory = 16 << 20

  private let archive: OpaquePointer
  /// Positions in the archive, by name in lower case.
  private var places: [String: UInt64] = [:]
  /// How many bytes have been unpacked.
  private var unpacked = 0

  /// Opens an archive of bytes that must stay where they are while it is used.
  init(_ bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) {
    guard unsafe !ZipArchive.hasHugeDirectory(bytes) else { throw .damaged }
    var error = unsafe zip_error_t()
    // libzip only reads the bytes, which outlive the archive; the source is the archive's once opened.
    let source = unsafe zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source = unsafe source else { throw .outOfMemory }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      unsafe zip_source_free(source)
      throw .damaged
    }
    unsafe self.archive = unsafe archive
    for index in 0..<UInt64(max(0, unsafe zip_get_num_entries(archive, 0))) {
      // libzip owns the name; it is copied.
      guard let name = unsafe zip_get_name(archive, index, 0) else { continue }
      let path = unsafe String(cString: name)
      places[ZipArchive.key(path)] = index
    }
  }

  deinit { unsafe zip_discard(archive) }

  /// Whether there is a part of that name; case makes no difference.
  func contains(_ path: String) -> Bool { places[ZipArchive.key(path)] != nil }

  /// Opens a part; `nil` where there is none of that name. At most one part is open at a time.
  func part(_ path: String) throws(RecordFault.Kind) -> ZipPart? {
    guard let index = places[ZipArchive.key(path)] else { return nil }
    guard let file = unsafe zip_fopen_index(archive, index, 0) else {
      // The archive is open, so its error can be asked for.
      let code = unsafe zip_error_code_zip(zip_get_error(archive))
      throw code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD ? .encrypted : .damaged
    }
    return unsafe ZipPart(file, of: self)
  }

  /// Takes note of bytes unpacked.
  func count(_ bytes: Int) throws(RecordFault.Kind) {
    unpacked += bytes
    if unpacked > ZipArchive.maximumTotal { throw .unpacksTooLarge }
  }

  /// Names are compared without case; some programs write `\` for `/`.
  private static func key(_ path: String) -> String {
    String(path.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  /// Whether an end record announces a list of contents that would fill the memory before it is looked at.
  private static func hasHugeDirectory(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let first = max(0, bytes.count - (1 << 16) - 22)
    guard bytes.count >= 22 else { return false }
    for place in first...(bytes.count - 22) {
      // The record has 22 bytes, so that all the places are within the bytes.
      guard unsafe bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5 else { continue }
      guard unsafe bytes[place + 3] == 6 else { continue }
      let size = unsafe bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self)
      if Int(UInt32(littleEndian: size)) > maximumDirectory { return true }
    }
    return false
  }
}

/// A part of an archive while it is unpacked.
@safe
final class ZipPart {
  private let file: OpaquePointer
  /// The archive, which must not close before the part.
  private let archive: ZipArchive
  private var unpacked = 0

  init(_ file: OpaquePointer, of archive: ZipArchive) {
    // Closed once, when this goes.
    unsafe self.file = unsafe file
    self.archive = archive
  }

  // Nobody else has the part.
  deinit { unsafe zip_fclose(file) }

  /// Unpacks the next bytes; 0 at the end of the part.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordFault.Kind) -> Int {
    // The length is that of the buffer.
    let count = unsafe Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    guard count >= 0 else { throw .damaged }
    unpacked += count
    if unpacked > ZipArchive.maximumPart { throw .unpacksTooLarge }
    try archive.count(count)
    return count
  }
}
