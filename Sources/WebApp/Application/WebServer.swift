import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The web application, from its settings to its end.
public enum WebServer {
  /// Serves until SIGINT or SIGTERM: then requests that have begun are answered, and the database is closed.
  ///
  /// - Parameters:
  ///   - settings: what to serve, and where.
  ///   - ready: told the address once the server listens.
  /// - Throws: ``StoreFault`` when the database can't be used, ``ServingFault`` when the port can't.
  public static func serve(_ settings: WebSettings, ready: @escaping @Sendable (String) -> Void) async throws
  {
    let site = try Site(settings)
    defer { site.store.close() }
    var logger = Logger(label: "realist")
    logger.logLevel = .critical
    let limits = settings.limits
    let application = Application(
      responder: site.responder(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [RequestDeadline(limits: limits)],
          idleTimeout: .seconds(Int64(limits.idleSeconds)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(settings.address, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? settings.port
        site.port.set(port)
        ready("http://\(settings.address):\(port)/")
      },
      logger: logger)
    let preparation = Task.detached(executorPreference: WorkThreads.shared, priority: .background) {
      try await site.prepareForecasts()
    }
    defer { preparation.cancel() }
    do {
      try await application.runService()
    } catch let error as IOError {
      throw ServingFault(error, settings: settings)
    }
  }
}

/// Why the server can't listen.
public struct ServingFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public let description: String

  init(_ error: IOError, settings: WebSettings) {
    let place = "\(settings.address), port \(settings.port)"
    description =
      switch error.errnoCode {
      case 98, 48: "Something else listens on \(place) already. Take another port with --port."
      case 13: "You may not listen on \(place). Take a port above 1023 with --port."
      default: "The server can't listen on \(place). Take another port with --port."
      }
  }
}
