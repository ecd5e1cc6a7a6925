// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "Moot", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "MootCommand", package: "Moot"),
        .product(name: "MootKit", package: "Moot"),
        .product(name: "MootLanguage", package: "Moot"),
        .product(name: "MootProofChecker", package: "Moot"),
        .product(name: "MootReasoning", package: "Moot"),
        .product(name: "MootReporting", package: "Moot"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Extern"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
