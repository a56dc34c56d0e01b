import Foundation
import TestSupport
import Testing

@Suite("Completions")
struct CompletionTests {
  @Test("The shells can read their completions", arguments: ["bash", "zsh", "fish"])
  func syntax(_ shell: String) async throws {
    let line = """
      command -v \(shell) >/dev/null || exit 127
      f=$(mktemp) && "$0" --generate-completion-script \(shell) >"$f" && \(shell) -n "$f"; s=$?; rm -f "$f"; exit $s
      """
    let outcome = try await Program().shell(line)
    // zsh and fish needn't be here.
    #expect(outcome.code == 0 || shell != "bash" && outcome.code == 127, "\(outcome.err)")
  }

  /// What bash offers for a line that ends at the cursor.
  private func offered(_ words: String, by program: Program) async throws -> [String] {
    let outcome = try await program.shell(
      """
      exec bash -c '
        source <("$0" --generate-completion-script bash)
        COMP_WORDS=("$0" \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}
        _realist "$0" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf "%s\\n" "${COMPREPLY[@]}"' "$0"
      """)
    #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
    return outcome.out.split(separator: "\n").map(String.init)
  }

  @Test("bash completes commands, bundled cases and theories, concepts, and files")
  func bash() async throws {
    try await Program.withGardens { program in
      let folder = Fixture.folder.path
      for (words, wanted) in [
        ("as", ["assess"]), ("assess mill", ["mill-lane"]),
        ("assess mill-lane --beside quarry", ["quarry-row"]),
        ("theory show neigh", ["neighbourhood-gardens"]),
        ("theory why produce-th", ["produce-theft"]),
        ("assess \(folder)/garden-cases/mi", ["\(folder)/garden-cases/mill-lane.yaml"]),
        ("theory show \(folder)/neighb", ["\(folder)/neighbourhood-gardens/"]),
      ] {
        let offered = try await offered(words, by: program)
        #expect(offered == wanted, "for \(words)")
      }
    }
  }

  @Test("Where nothing is bundled or the theory is damaged, nothing is offered and nothing is said")
  func amiss() async throws {
    let program = Program(home: "\(Fixture.folder.path)/nowhere")
    for words in ["theory why produce-th", "theory show neigh"] {
      let offered = try await offered(words, by: program)
      #expect(offered == [], "for \(words)")
    }
  }

  @Test("The schema of each kind of document is printed, and its place")
  func schemas() async throws {
    for kind in ["theory", "theory-file", "case", "assessment"] {
      let printed = try await Program().run("schema", kind)
      #expect(
        printed.code == 0
          && printed.out.contains("\"$id\": \"https://realist.invalid/schemas/\(kind).schema.json\""))
      let place = try await Program().shell("cat \"$(\"$0\" schema \(kind) --path)\"")
      #expect(place.out == printed.out)
    }
    let missing = try await Program(home: Fixture.package.appendingPathComponent("Tests").path).run(
      "schema", "case")
    #expect(missing.code == 2 && missing.err.contains("REALIST_HOME"))
  }
}
