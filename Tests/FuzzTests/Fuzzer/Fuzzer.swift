import Glibc

/// What libFuzzer calls with each input: the target that YUEBAO_FUZZ_TARGET names takes it. A fault ends the process,
/// so that libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer's bytes are valid during the call, and are copied.
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  do throws(FuzzFault) {
    try target.run(bytes)
  } catch {
    print("FAULT: \(error)")
    fflush(nil)
    abort()
  }
  return 0
}

/// The package manager's name for the program's entry, which hands over to libFuzzer.
@_cdecl("fuzzer_main")
public func enter(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = unsafe (count, arguments)
  // Both live until the process ends.
  return unsafe runDriver(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let target: FuzzTarget = {
  // The environment is read once, before anything changes it.
  let name = unsafe getenv("YUEBAO_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    print("YUEBAO_FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    exit(64)
  }
  return target
}()
