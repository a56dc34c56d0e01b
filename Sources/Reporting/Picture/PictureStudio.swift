/// Draws the figures of a page. The one part of rendering that takes time and another program; what it gives is a
/// value, so that ``HTMLRenderer`` stays a function.
public struct PictureStudio: Sendable {
  private let graphviz: GraphvizLayout

  /// Makes a studio that lays out with the given Graphviz.
  public init(graphviz: GraphvizLayout = GraphvizLayout()) {
    self.graphviz = graphviz
  }

  /// Draws every figure of a page.
  ///
  /// - Returns: For each figure its picture, or why there is none.
  public func draw(_ page: Page) async -> [Figure.ID: LayoutOutcome] {
    var outcomes: [Figure.ID: LayoutOutcome] = [:]
    for figure in page.figures where outcomes[figure.id] == nil {
      outcomes[figure.id] = await draw(figure)
    }
    return outcomes
  }

  /// Draws one figure.
  public func draw(_ figure: Figure) async -> LayoutOutcome {
    switch figure.picture {
    case .graph(let graph):
      let plan = DrawingPlan(graph)
      do {
        let layout = try await graphviz.layout(plan)
        return .drawn(CausalDrawing(plan: plan, layout: layout).svg(of: figure))
      } catch {
        return .unavailable(error)
      }
    case .courses(let chart):
      return chart.panels.isEmpty ? .unavailable(.empty) : .drawn(CourseDrawing(chart: chart).svg(of: figure))
    case .ranges(let chart):
      return chart.rows.isEmpty ? .unavailable(.empty) : .drawn(RangeDrawing(chart: chart).svg(of: figure))
    case .strip(let chart):
      return chart.rows.isEmpty ? .unavailable(.empty) : .drawn(StripDrawing(chart: chart).svg(of: figure))
    case .steps(let chart):
      return chart.steps.isEmpty ? .unavailable(.empty) : .drawn(StepDrawing(chart: chart).svg(of: figure))
    }
  }
}
