// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with: the upcoming language rules, and no warning left standing.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Moot",
  products: [
    .executable(name: "moot", targets: ["MootExecutable"]),
    .executable(name: "MootBenchmarks", targets: ["MootBenchmarks"]),
    .library(name: "MootCommand", targets: ["MootCommand"]),
    .executable(name: "compare", targets: ["MootComparison"]),
    .library(name: "MootKit", targets: ["MootKit"]),
    .library(name: "MootLanguage", targets: ["MootLanguage"]),
    .library(name: "MootProofChecker", targets: ["MootProofChecker"]),
    .library(name: "MootReasoning", targets: ["MootReasoning"]),
    .library(name: "MootReporting", targets: ["MootReporting"]),
  ],
  targets: [
    .target(name: "MootLanguage", swiftSettings: settings),
    .target(name: "MootProofChecker", dependencies: ["MootLanguage"], swiftSettings: settings),
    .target(
      name: "MootReasoning", dependencies: ["MootLanguage", "MootProofChecker"],
      swiftSettings: settings),
    .target(
      name: "MootReporting", dependencies: ["MootLanguage", "MootProofChecker", "MootReasoning"],
      swiftSettings: settings),
    .target(
      name: "MootKit", dependencies: ["MootLanguage", "MootReasoning", "MootReporting"],
      swiftSettings: settings),
    .executableTarget(
      name: "MootBenchmarks",
      dependencies: ["MootCommand", "MootKit", "MootLanguage", "MootReasoning", "MootReporting"],
      resources: [.embedInCode("Workloads")], swiftSettings: settings),
    .target(
      name: "MootCommand",
      dependencies: ["MootLanguage", "MootProofChecker", "MootReasoning", "MootReporting"],
      swiftSettings: settings),
    .executableTarget(
      name: "MootExecutable", dependencies: ["MootCommand"], swiftSettings: settings),
    .target(
      name: "MootReference", dependencies: ["MootLanguage", "MootProofChecker", "MootReasoning"],
      path: "Tests/Reference", swiftSettings: settings),
    .executableTarget(
      name: "MootComparison", dependencies: ["MootReference"], path: "Tests/Compare",
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: ["MootBenchmarks", "MootLanguage", "MootReasoning"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "MootCommand", "MootLanguage", "MootProofChecker", "MootReasoning", "MootReporting",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests", dependencies: ["MootCommand", "MootLanguage", "MootReasoning"],
      swiftSettings: settings),
    .testTarget(name: "LanguageTests", dependencies: ["MootLanguage"], swiftSettings: settings),
    .testTarget(
      name: "MootKitTests",
      dependencies: ["MootKit", "MootLanguage", "MootReasoning", "MootReporting"],
      swiftSettings: settings),
    .testTarget(
      name: "ReasoningTests",
      dependencies: [
        "MootLanguage", "MootProofChecker", "MootReasoning", "MootReference", "MootReporting",
      ],
      swiftSettings: settings),
  ]
)
