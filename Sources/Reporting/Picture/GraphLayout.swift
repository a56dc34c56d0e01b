import Foundation

/// Where Graphviz puts what a plan holds, in pixels from the top left corner.
struct GraphLayout: Sendable, Hashable {
  /// A place.
  struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  /// The way of an arrow: a start, then three points for each cubic curve.
  struct Way: Sendable, Hashable {
    var points: [Point]
    /// The point that the arrow's head touches.
    var tip: Point
    /// The middle of the label, if it has one.
    var label: Point?
  }

  /// A frame and the middle of its title.
  struct Frame: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var title: Point
  }

  var width: Double
  var height: Double
  /// The middle of each box, in the plan's order.
  var boxes: [Point]
  /// The way of each link, in the plan's order; none if Graphviz gave none.
  var ways: [Way?]
  /// Each frame, in the plan's order.
  var frames: [Frame?]
}

extension GraphLayout {
  /// Reads what `dot -Tjson0` writes about a plan.
  ///
  /// - Throws: ``PictureObstacle/failed`` if a box has no place or the text isn't such an answer.
  init(json: Data, plan: DrawingPlan) throws(PictureObstacle) {
    guard let answer = try? JSONDecoder().decode(DotAnswer.self, from: json),
      let corners = DotAnswer.numbers(answer.bb), corners.count == 4
    else { throw .failed }
    let top = corners[3]
    let objects = Dictionary((answer.objects ?? []).map { ($0.name, $0) }) { first, _ in first }
    let places = plan.boxes.indices.compactMap { DotAnswer.point(objects["n\($0)"]?.pos, top: top) }
    guard places.count == plan.boxes.count else { throw .failed }
    let edges = Dictionary((answer.edges ?? []).map { ($0.id, $0) }) { first, _ in first }
    width = corners[2] - corners[0]
    height = top - corners[1]
    boxes = places
    ways = plan.links.indices.map { edges["e\($0)"]?.way(top: top) }
    frames = plan.frames.indices.map { objects["cluster_\($0)"]?.frame(top: top) }
  }
}

/// The part of `dot -Tjson0` that is used. Places are text there, in points from the bottom left corner.
private struct DotAnswer: Decodable {
  struct Object: Decodable {
    let name: String
    let pos: String?
    let bb: String?
    let lp: String?

    func frame(top: Double) -> GraphLayout.Frame? {
      guard let bb, let corners = DotAnswer.numbers(bb), corners.count == 4,
        let title = DotAnswer.point(lp, top: top)
      else { return nil }
      return GraphLayout.Frame(
        x: corners[0], y: top - corners[3], width: corners[2] - corners[0], height: corners[3] - corners[1],
        title: title)
    }
  }

  struct Edge: Decodable {
    let id: String
    let pos: String?
    let lp: String?

    /// "e,x,y x,y x,y …": the tip of the head, then the points of the curve.
    func way(top: Double) -> GraphLayout.Way? {
      guard let first = pos?.split(separator: ";").first else { return nil }
      var points: [GraphLayout.Point] = []
      var tip: GraphLayout.Point?
      for piece in first.split(separator: " ") {
        if piece.hasPrefix("e,") {
          tip = DotAnswer.point(piece.dropFirst(2), top: top)
        } else if let point = DotAnswer.point(piece, top: top) {
          points.append(point)
        }
      }
      guard points.count >= 4, points.count % 3 == 1, let last = points.last else { return nil }
      return GraphLayout.Way(points: points, tip: tip ?? last, label: DotAnswer.point(lp, top: top))
    }
  }

  let bb: String
  let objects: [Object]?
  let edges: [Edge]?

  static func numbers(_ text: some StringProtocol) -> [Double]? {
    let parts = text.split(separator: ",").map { Double($0) }
    let numbers = parts.compactMap { $0 }.filter { $0.isFinite && abs($0) < 1e6 }
    return numbers.count == parts.count ? numbers : nil
  }

  static func point(_ text: (some StringProtocol)?, top: Double) -> GraphLayout.Point? {
    guard let text, let numbers = numbers(text), numbers.count == 2 else { return nil }
    return GraphLayout.Point(x: numbers[0], y: top - numbers[1])
  }
}
