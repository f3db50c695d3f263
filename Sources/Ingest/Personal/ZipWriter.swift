import CLibzip
import Glibc

/// Writes a zip archive in memory; the same parts make the same bytes.
@safe
final class ZipWriter {
  private let archive: OpaquePointer
  private let target: OpaquePointer
  private var isOpen = true

  /// An empty archive; `nil` where there is no memory.
  init?() {
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    // Kept beyond the archive, so that its bytes can be read then.
    unsafe zip_source_keep(target)
    guard let archive = unsafe zip_open_from_source(target, Int32(ZIP_TRUNCATE), nil) else {
      unsafe zip_source_free(target)
      unsafe zip_source_free(target)
      return nil
    }
    unsafe self.target = unsafe target
    unsafe self.archive = unsafe archive
  }

  deinit {
    // Nobody else has them; the target was kept beyond the archive.
    if isOpen { unsafe zip_discard(archive) }
    unsafe zip_source_free(target)
  }

  /// Adds a part; `false` where there is no memory.
  func add(_ name: String, _ content: [UInt8]) -> Bool {
    // libzip frees the copy when it is done with it.
    guard let copy = unsafe malloc(max(1, content.count)) else { return false }
    unsafe content.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { unsafe copy.copyMemory(from: base, byteCount: bytes.count) }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(content.count), 1, nil) else {
      unsafe free(copy)
      return false
    }
    let index = unsafe zip_file_add(archive, name, source, 0)
    guard index >= 0 else {
      unsafe zip_source_free(source)
      return false
    }
    // 1980-01-01: no clock reaches the bytes.
    return unsafe zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }

  /// The bytes of the archive, which takes no more parts; `nil` where there is no memory.
  func finish() -> [UInt8]? {
    guard isOpen, unsafe zip_close(archive) == 0 else { return nil }
    isOpen = false
    var status = unsafe zip_stat()
    guard unsafe zip_source_stat(target, &status) == 0 && zip_source_open(target) == 0 else { return nil }
    defer { unsafe zip_source_close(target) }
    let size = unsafe Int(status.size)
    // libzip writes at most so many bytes.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = unsafe max(0, Int(zip_source_read(target, buffer.baseAddress, UInt64(size))))
    }
    return bytes.count == size ? bytes : nil
  }
}
