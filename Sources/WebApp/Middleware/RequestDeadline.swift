import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request doesn't come in time or has a body without end, so that slow clients can't hold
/// connections for ever. A connection that waits for an answer (a long one, or a stream of events) is left alone.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: WebSettings.Limits
  private var timer: Scheduled<Void>?
  private var received = 0
  private var isReceiving = false
  private var isAnswered = false

  init(limits: WebSettings.Limits) { self.limits = limits }

  func channelActive(context: ChannelHandlerContext) {
    start(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      received = 0
      isReceiving = true
      isAnswered = false
      start(context)
    case .body(let buffer):
      received += buffer.readableBytes
      // The answer (too large) is on its way or given: nobody reads what still comes.
      if received > limits.uploadBytes, isAnswered {
        context.close(promise: nil)
        return
      }
    case .end:
      isReceiving = false
      timer?.cancel()
      if isAnswered { start(context) }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      isAnswered = true
      if !isReceiving { start(context) }
    }
    context.write(data, promise: promise)
  }

  private func start(_ context: ChannelHandlerContext) {
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.requestSeconds))) {
      channel.close(promise: nil)
    }
  }
}
