// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled the same way: Swift 6 language mode (strict concurrency), warnings are errors, and
/// imports say what they expose.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "realist",
  products: [
    .library(name: "Agreement", targets: ["Agreement"]),
    .library(name: "Bibliography", targets: ["Bibliography"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(name: "ProgrammeTheory", targets: ["ProgrammeTheory"]),
    .library(name: "Casework", targets: ["Casework"]),
    .library(name: "Dynamics", targets: ["Dynamics"]),
    .library(name: "Literature", targets: ["Literature"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Storage", targets: ["Storage"]),
    .library(name: "Review", targets: ["Review"]),
    .library(name: "BundledKnowledge", targets: ["BundledKnowledge"]),
    .library(name: "WebApp", targets: ["WebApp"]),
    .executable(name: "realist", targets: ["realist"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .target(
      name: "Documents", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: house),
    .target(name: "Agreement", swiftSettings: house),
    .target(name: "Bibliography", swiftSettings: house),
    .target(
      name: "Storage", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], swiftSettings: house),
    .target(
      name: "ProgrammeTheory",
      dependencies: [
        "Bibliography", "Documents", .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: house),
    .target(
      name: "Dynamics",
      dependencies: [
        "ProgrammeTheory", .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: house),
    .target(
      name: "Reporting", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: house),
    .target(name: "Literature", dependencies: ["Bibliography", "Reporting"], swiftSettings: house),
    .target(
      name: "Review",
      dependencies: [
        "Agreement", "Bibliography", "Documents", "Literature", "ProgrammeTheory", "Reporting", "Storage",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "Casework",
      dependencies: [
        "Agreement", "Bibliography", "Documents", "Dynamics", "ProgrammeTheory", "Reporting",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: house),
    .target(
      name: "BundledKnowledge", resources: [.copy("Knowledge")], swiftSettings: house),
    .target(
      name: "WebApp",
      dependencies: [
        "Bibliography", "BundledKnowledge", "Casework", "Documents", "Dynamics", "ProgrammeTheory",
        "Reporting", "Storage",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Templates"), .embedInCode("Assets")], swiftSettings: house),
    .executableTarget(
      name: "realist",
      dependencies: [
        "Bibliography", "BundledKnowledge", "Casework", "Documents", "Dynamics", "Literature",
        "ProgrammeTheory", "Reporting", "Review", "WebApp",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    // Runs by itself what the benchmarks measure; no part of the product.
    .executableTarget(
      name: "engine-benchmark", dependencies: ["Dynamics", "ProgrammeTheory"],
      path: "Benchmarks/engine/Swift",
      swiftSettings: house),
    .executableTarget(
      name: "dedupe-benchmark", dependencies: ["Bibliography", "Literature", "Reporting", "TestSupport"],
      path: "Benchmarks/dedupe/Swift", swiftSettings: house),
    .executableTarget(
      name: "review-benchmark", dependencies: ["Review"], path: "Benchmarks/review/Swift",
      swiftSettings: house),
    .target(
      name: "TestSupport", dependencies: ["Bibliography", "Documents", "Literature", "ProgrammeTheory"],
      path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["ProgrammeTheory", "TestSupport"], swiftSettings: house),
    .testTarget(name: "AgreementTests", dependencies: ["Agreement", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "BibliographyTests", dependencies: ["Bibliography", "BundledKnowledge", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "LiteratureTests", dependencies: ["Bibliography", "Literature", "Reporting", "TestSupport"],
      exclude: ["Reading/Golden", "Trees/Golden"], swiftSettings: house),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "Agreement", "Bibliography", "BundledKnowledge", "Documents", "Literature", "ProgrammeTheory",
        "Reporting", "Review", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "Flow/Golden", "Agreement/Golden", "Coding/Golden", "Refining/Golden", "Synthesis/Golden",
      ],
      swiftSettings: house),
    .testTarget(name: "BundledKnowledgeTests", dependencies: ["BundledKnowledge"], swiftSettings: house),
    .testTarget(
      name: "GuideTests",
      dependencies: [
        "Agreement", "Casework", "Documents", "Dynamics", "ProgrammeTheory", "Reporting", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "ProgrammeTheoryTests",
      dependencies: ["Bibliography", "BundledKnowledge", "Documents", "ProgrammeTheory", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DynamicsTests",
      dependencies: [
        "Dynamics", "ProgrammeTheory", "TestSupport", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "CaseworkTests",
      dependencies: [
        "Agreement", "Bibliography", "Casework", "Documents", "ProgrammeTheory", "Reporting", "TestSupport",
      ], exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "RealistTests",
      dependencies: [
        "Casework", "Documents", "ProgrammeTheory", "Reporting", "Review", "TestSupport", "realist",
      ],
      exclude: ["Golden", "Review/Golden", "Screening/Golden"],
      swiftSettings: house),
    .testTarget(
      name: "WebAppTests",
      dependencies: [
        "Bibliography", "BundledKnowledge", "Casework", "Documents", "ProgrammeTheory", "Reporting",
        "TestSupport",
        "WebApp",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "SchemaTests",
      dependencies: [
        "Bibliography", "BundledKnowledge", "Casework", "Documents", "ProgrammeTheory", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "TestSupport"], exclude: ["Golden"],
      swiftSettings: house),
  ]
)
