/// Which module may know which: arrows go down only, as the design says.
enum House {
  /// The modules of the product, each with those that it may import.
  static let modules: [String: Set<String>] = [
    "Agreement": [],
    "Bibliography": [],
    "Documents": [],
    "Reporting": [],
    "Storage": [],
    "BundledKnowledge": [],
    "ProgrammeTheory": ["Bibliography", "Documents"],
    "Dynamics": ["ProgrammeTheory"],
    "Literature": ["Bibliography", "Reporting"],
    "Review": [
      "Agreement", "Bibliography", "Documents", "Literature", "ProgrammeTheory", "Reporting", "Storage",
    ],
    "Casework": ["Agreement", "Bibliography", "Documents", "Dynamics", "ProgrammeTheory", "Reporting"],
    "WebApp": [
      "Bibliography", "BundledKnowledge", "Casework", "Documents", "Dynamics", "ProgrammeTheory", "Reporting",
      "Storage",
    ],
    "realist": [
      "Bibliography", "BundledKnowledge", "Casework", "Documents", "Dynamics", "Literature",
      "ProgrammeTheory", "Reporting", "Review", "WebApp",
    ],
  ]

  /// What comes from other packages, each with the modules that may use it.
  static let packages: [String: Set<String>] = [
    "Yams": ["Documents"],
    "ArgumentParser": ["realist"],
    "RealModule": ["Dynamics"],
    "Subprocess": ["Reporting"],
    "OrderedCollections": ["Casework", "ProgrammeTheory"],
    "Crypto": ["Review", "WebApp"],
    "GRDB": ["Review", "Storage", "WebApp"],
    "HTTPTypes": ["WebApp"],
    "Hummingbird": ["WebApp"],
    "HummingbirdCore": ["WebApp"],
    "Logging": ["WebApp"],
    "Mustache": ["WebApp"],
    "NIOCore": ["WebApp"],
    "NIOHTTPTypes": ["WebApp"],
    "ServiceLifecycle": ["WebApp"],
  ]

  /// Whether a module may use another.
  static func may(_ module: String, use other: String) -> Bool {
    if modules[other] != nil { return modules[module]?.contains(other) ?? false }
    return packages[other]?.contains(module) ?? true
  }

  /// Imports that go up or sideways, and modules for which nobody has said where they stand.
  static func faults(ofImportsIn files: [SourceText]) -> [String] {
    files.flatMap { file -> [String] in
      let parts = file.path.split(separator: "/").map(String.init)
      guard parts.count > 1, modules[parts[1]] != nil else {
        return ["\(file.path): this module isn't in the house; say in House.swift where it stands"]
      }
      return file.code.enumerated().compactMap { index, line in
        guard let name = importedModule(line), !may(parts[1], use: name) else { return nil }
        return "\(file.place(index)): \(parts[1]) may not import \(name)"
      }
    }
  }

  private static func importedModule(_ line: String) -> String? {
    guard line.contains("import") else { return nil }
    let pattern =
      #/^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/#
    return line.firstMatch(of: pattern).map { String($0.1) }
  }

  // MARK: The manifest

  /// The targets of a manifest with what each depends on, products of other packages by their names.
  static func dependencies(inManifest text: String) -> [String: Set<String>] {
    let target = #/\.(?:executableTarget|target)\(\s*name:\s*"(\w+)",?(?<rest>[\s\S]*?)swiftSettings:/#
    let list = #/dependencies:\s*\[(?<list>(?:\.product\([^)]*\)|[^\]])*)\]/#
    var found: [String: Set<String>] = [:]
    for match in text.matches(of: target) {
      let names = match.rest.firstMatch(of: list)?.list ?? ""
      let products = names.matches(of: #/\.product\(name:\s*"(\w+)"/#).map { String($0.1) }
      let own = names.replacing(#/\.product\([^)]*\)/#, with: "").matches(of: #/"(\w+)"/#)
      found[String(match.1)] = Set(products + own.map { String($0.1) })
    }
    return found
  }

  /// What a manifest says otherwise than the house.
  static func faults(ofManifest text: String) -> [String] {
    let targets = dependencies(inManifest: text).filter { $0.key != "TestSupport" }
    let unknown = Set(targets.keys).symmetricDifference(modules.keys).sorted().map {
      "Package.swift: \($0) stands in the manifest or in the house, and not in both"
    }
    let upward = targets.sorted { $0.key < $1.key }.flatMap { module, names in
      names.sorted().filter { !may(module, use: $0) }
        .map { "Package.swift: \(module) may not depend on \($0)" }
    }
    return unknown + upward
  }
}
