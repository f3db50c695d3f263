import Model

/// Masks text files.
enum MaskedText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Tries encodings and delimiters as ``SubmissionReader`` does.
  static func masked(
    _ text: UnsafeRawBufferPointer, _ encodings: [TextEncoding], _ context: MaskContext
  ) -> MaskedFile {
    var nearest = NearestFailure()
    for form in TextForm.all(encodings) {
      let (decoder, delimiter) = (TextDecoder(form.encoding), form.delimiter)
      do throws(MaskSearch.Failure) {
        // The text stays where it is until this returns.
        let search = try unsafe MaskSearch.find(CSVReader(text, delimiter: delimiter), context, decoder)
        return unsafe write(text, search, context, decoder, delimiter, read: delimiter)
      } catch {
        if error.of.hasFullWidthCommas { return unsafe maskedFullWidth(text, form.encoding, context) }
        nearest.note(error.of, in: form)
      }
    }
    return .unreadable(nearest.failure.reason(items: context.sampleItems))
  }

  private static func maskedFullWidth(
    _ text: UnsafeRawBufferPointer, _ encoding: TextEncoding, _ context: MaskContext
  ) -> MaskedFile {
    // What comes back is a copy.
    let separated = unsafe FullWidthCommas.replaced(in: text, encoding)
    let decoder = TextDecoder(encoding)
    // The array outlives the reader.
    return unsafe separated.withUnsafeBytes { bytes in
      do throws(MaskSearch.Failure) {
        let separator = FullWidthCommas.separator
        let search = try unsafe MaskSearch.find(CSVReader(bytes, delimiter: separator), context, decoder)
        // Between full-width commas no cell could be quoted: the headings would not be found again.
        return unsafe write(bytes, search, context, decoder, UInt8(ascii: ","), read: separator)
      } catch {
        return .unreadable(error.of.reason(items: context.sampleItems))
      }
    }
  }

  /// The masked rows in UTF-8, each on the row on which it was.
  private static func write(
    _ text: UnsafeRawBufferPointer, _ search: MaskSearch, _ context: MaskContext, _ decoder: TextDecoder,
    _ delimiter: UInt8, read: UInt8
  ) -> MaskedFile {
    if search.plan.personal.isEmpty { return .unchanged }
    // The reader does not outlive this call, nor the text.
    var reader = unsafe CSVReader(text, delimiter: read)
    var mask = TableMask(search, context, decoder)
    var (record, masked) = (Record(), Record())
    var result = byteOrderMark
    result.reserveCapacity(text.count)
    var row = 1
    do throws(RecordFault) {
      while try reader.next(into: &record) {
        mask.mask(record, into: &masked)
        while row < record.row {
          result.append(0x0A)
          row += 1
        }
        append(masked, to: &result, delimiter)
        row += 1
      }
    } catch {
      return .unreadable(error.kind.reason)
    }
    return .masked(result)
  }

  private static func append(_ record: Record, to result: inout [UInt8], _ delimiter: UInt8) {
    for field in 0..<record.count {
      if field > 0 { result.append(delimiter) }
      let cell = record[field]
      let needsQuotes = cell.contains {
        $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == delimiter || $0 == FullWidthCommas.separator
      }
      // A row of one empty cell would be a blank one.
      guard needsQuotes || (record.count == 1 && cell.isEmpty) else {
        result += cell
        continue
      }
      result.append(0x22)
      for byte in cell {
        if byte == 0x22 { result.append(0x22) }
        result.append(byte)
      }
      result.append(0x22)
    }
    result.append(0x0A)
  }
}
