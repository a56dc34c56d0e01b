import Foundation

/// What ctrl-C does: it ends the program with 130. Files are written whole or not at all, so nothing is left half done.
enum Interruption {
  static func endsCleanly() {
    // Only what is safe inside a signal's handler: no more than a line to the terminal, and the end.
    signal(SIGINT) { _ in
      if isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, "\r\u{1B}[K", 4) }
      _exit(130)
    }
  }
}
