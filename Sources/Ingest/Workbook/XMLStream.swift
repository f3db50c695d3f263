import CExpat

/// What is done with the elements of a part; a subclass a kind of part.
@safe
class XMLHandler {
  /// The most levels of elements.
  static let maximumDepth = 64

  fileprivate var parser: XML_Parser?
  fileprivate var depth = 0
  /// Whether something was seen since the last bytes were handed over.
  fileprivate var isMoving = false
  /// Why reading was stopped.
  fileprivate(set) var fault: RecordFault.Kind?

  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// An element ends.
  func end(_ name: XMLName) {}
  /// Text, perhaps a part of it.
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Ends the reading, from inside one of the calls.
  final func stop(_ kind: RecordFault.Kind) {
    fault = fault ?? kind
    // Called by expat, so the parser is there.
    if let parser = unsafe parser { unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }

  /// Lets ``XMLStream/run()`` return after the present call.
  final func pause() {
    if let parser = unsafe parser { unsafe XML_StopParser(parser, XML_Bool(XML_TRUE)) }
  }

  fileprivate final func started(_ name: XMLName, _ attributes: XMLAttributes) {
    isMoving = true
    depth += 1
    if depth > XMLHandler.maximumDepth { return stop(.nestedTooDeeply) }
    start(name, attributes)
  }

  fileprivate final func ended(_ name: XMLName) {
    isMoving = true
    depth -= 1
    if fault == nil { end(name) }
  }
}

/// Reads the XML of a part, piece by piece, into a handler. External entities are never fetched; a document
/// type, with which entities come, ends the reading.
@safe
final class XMLStream {
  private static let portion = 1 << 16
  /// The most bytes of a tag or a comment; expat would look at longer ones again and again.
  private static let maximumToken = 4 << 20

  private let part: ZipPart
  private let handler: XMLHandler
  private let parser: XML_Parser
  private var isPaused = false
  private var isDone = false
  private var silent = 0

  init(_ part: ZipPart, into handler: XMLHandler) throws(RecordFault.Kind) {
    // The parser is this stream's own, and is freed once, when this goes.
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .outOfMemory }
    self.part = part
    self.handler = handler
    unsafe self.parser = unsafe parser
    unsafe handler.parser = unsafe parser
    // The handler lives as long as this stream, and expat calls it only from `run`.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    unsafe XML_SetElementHandler(parser, elementStarted, elementEnded)
    unsafe XML_SetCharacterDataHandler(parser, textFound)
    unsafe XML_SetStartDoctypeDeclHandler(parser, documentTypeFound)
  }

  deinit {
    // The handler may live on, and must not call a parser that is gone.
    unsafe handler.parser = nil
    unsafe XML_ParserFree(parser)
  }

  /// Reads on until the handler pauses; `false` at the end of the part.
  func run() throws(RecordFault.Kind) -> Bool {
    while !isDone {
      let status: XML_Status
      if isPaused {
        isPaused = false
        status = unsafe XML_ResumeParser(parser)
      } else {
        status = try feed()
      }
      if let fault = handler.fault {
        isDone = true
        throw fault
      }
      if status == XML_STATUS_ERROR {
        isDone = true
        // The parser lives as long as this.
        throw unsafe XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY ? .outOfMemory : .damaged
      }
      if status == XML_STATUS_SUSPENDED {
        isPaused = true
        return true
      }
      // After a pause the last bytes may have been read to their end.
      var state = XML_ParsingStatus()
      unsafe XML_GetParsingStatus(parser, &state)
      isDone = state.parsing == XML_FINISHED
    }
    return false
  }

  private func feed() throws(RecordFault.Kind) -> XML_Status {
    // The buffer is the parser's own.
    guard let buffer = unsafe XML_GetBuffer(parser, Int32(XMLStream.portion)) else { throw .outOfMemory }
    handler.isMoving = false
    // expat's own buffer has the room asked for.
    let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: XMLStream.portion)
    let count = try unsafe part.read(into: room)
    let status = unsafe XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    silent = handler.isMoving ? 0 : silent + count
    if silent > XMLStream.maximumToken { throw .fieldTooLong }
    return status
  }
}

// expat hands back the pointer that the stream gave it: the handler, which the stream keeps alive.
private func handler(_ data: UnsafeMutableRawPointer?) -> Unmanaged<XMLHandler>? {
  unsafe data.map { unsafe Unmanaged<XMLHandler>.fromOpaque($0) }
}

// What expat points to in these is valid during the call; what is kept of it is copied.
private func elementStarted(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let name = unsafe name else { return }
  unsafe handler(data)?._withUnsafeGuaranteedRef {
    unsafe $0.started(XMLName(at: name), XMLAttributes(attributes))
  }
}

// As above.
private func elementEnded(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let name = unsafe name else { return }
  unsafe handler(data)?._withUnsafeGuaranteedRef { unsafe $0.ended(XMLName(at: name)) }
}

// As above: so many bytes of text.
private func textFound(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  unsafe handler(data)?._withUnsafeGuaranteedRef {
    $0.isMoving = true
    unsafe $0.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
  }
}

// As above.
private func documentTypeFound(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicName: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  unsafe handler(data)?._withUnsafeGuaranteedRef { $0.stop(.documentType) }
}
