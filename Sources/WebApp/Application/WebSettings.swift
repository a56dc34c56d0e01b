public import BundledKnowledge

/// What a web application is built from; everything that differs between a test, a laptop and a team's server.
public struct WebSettings: Sendable {
  /// Limits that keep one request from harming the others.
  public struct Limits: Sendable, Hashable {
    /// The most bytes of a form's body: 256 KiB.
    public var formBytes = 256 * 1024
    /// The most bytes of an uploaded document's body: the most that a document may have, and room for the form around it.
    public var uploadBytes = 4 * 1024 * 1024 + 64 * 1024
    /// Within how many seconds a request's head must come, and then its body. A browser on the same machine needs a
    /// fraction of one.
    public var requestSeconds = 30
    /// After how many seconds without any byte a connection is closed.
    public var idleSeconds = 60
    /// How many connections are open at once; more wait.
    public var connections = 1_000

    /// The usual limits.
    public init() {}
  }

  /// The address to listen on. Anything but this machine's own needs what team mode will bring, and isn't offered yet.
  public var address = "127.0.0.1"
  /// The port; 0 takes any that is free.
  public var port: Int
  /// Where the database stands; it is made when it isn't there.
  public var databasePath: String
  /// Where theories and cases are found.
  public var knowledge: KnowledgeFolder
  /// Name and version of the program, for colophons.
  public var program: String
  /// Seconds since 1970, UTC.
  public var clock: @Sendable () -> Int
  /// The limits.
  public var limits = Limits()
  /// How many forecasts are worked on at once, and how many wait.
  var forecasts = Forecasts.Limits()

  /// Makes settings.
  public init(
    port: Int, databasePath: String, knowledge: KnowledgeFolder, program: String,
    clock: @escaping @Sendable () -> Int
  ) {
    self.port = port
    self.databasePath = databasePath
    self.knowledge = knowledge
    self.program = program
    self.clock = clock
  }
}
