// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules; a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

/// `make fuzz` builds one program more, which libFuzzer drives; other builds know nothing of it.
let isFuzzing = Context.environment["YUEBAO_FUZZER"] != nil

/// What the targets of the fuzzer, in `Tests/FuzzTests`, look into.
let fuzzed: [Target.Dependency] = [
  "Model", "Formula", "Ingest", "Aggregate", "Check", "Render", "Pipeline", "TestSupport",
]

let package = Package(
  name: "yuebao",
  products: [
    .executable(name: "yuebao", targets: ["yuebao"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CLibzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Model", swiftSettings: strict),
    .target(name: "Formula", dependencies: ["Model"], swiftSettings: strict),
    .target(
      name: "Ingest",
      dependencies: ["Model", "CLibcsv", "CNettle", "CLibzip", "CExpat"],
      swiftSettings: strict),
    .target(name: "Aggregate", dependencies: ["Model", "Formula"], swiftSettings: strict),
    .target(name: "Check", dependencies: ["Model", "Formula"], swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: [
        "Model", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Render",
      dependencies: ["Model", "CXlsxwriter", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Model", "Formula", "Ingest", "Aggregate", "Check", "Store", "Render", "CSystem", "Yams",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "yuebao",
      dependencies: [
        "Pipeline", "Model",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "generator", path: "fixtures/generator", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Formula", "Model"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FormulaTests", dependencies: ["Formula", "Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Model", "TestSupport", "CLibzip"],
      swiftSettings: strict),
    .testTarget(
      name: "AggregateTests", dependencies: ["Aggregate", "Formula", "Model", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CheckTests", dependencies: ["Check", "Ingest", "Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RenderTests", dependencies: ["Render", "Model", "TestSupport"], exclude: ["Charts"],
      swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Model", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "Model", "Ingest", "Render", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Pipeline", "Aggregate", "Check", "Formula", "Ingest", "Model", "TestSupport", "generator",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["yuebao", "TestSupport"], exclude: ["Cases"], swiftSettings: strict
    ),
    isFuzzing
      ? .executableTarget(
        name: "fuzzer", dependencies: fuzzed, path: "Tests/FuzzTests", exclude: ["ReplayTests.swift"],
        swiftSettings: strict)
      : .testTarget(name: "FuzzTests", dependencies: fuzzed, exclude: ["Fuzzer"], swiftSettings: strict),
  ]
)
