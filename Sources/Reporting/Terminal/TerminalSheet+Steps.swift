extension TerminalSheet {
  /// Draws steps below one another with lines and arrows of characters: a terminal shows no picture, but this one it can.
  mutating func add(_ chart: StepChart) {
    let steps = chart.steps.prefix(StepChart.most)
    for (number, step) in steps.enumerated() {
      if number > 0 { add([Run("│")], first: Run("  ")) }
      for box in StepChart.Step.shown(step.joining) { add(box, first: "  │◀─ ", rest: "  │   ") }
      if number > 0 { add([Run("▼")], first: Run("  ")) }
      add(step.main, first: "", rest: "  ")
      let leaving = StepChart.Step.shown(step.leaving)
      for (place, box) in leaving.enumerated() {
        let isLast = number == steps.count - 1 && place == leaving.count - 1
        add(box, first: isLast ? "  └─▶ " : "  ├─▶ ", rest: isLast ? "      " : "  │   ")
      }
    }
    if chart.steps.count > steps.count {
      add([Run("Not drawn: \(chart.steps.count - steps.count) more steps.", .muted)])
    }
  }

  private mutating func add(_ box: StepChart.Box, first: String, rest: String) {
    let ink: Ink = box.tone == .step || box.tone == .end ? .strong : .plain
    let sign = box.tone == .doubt ? "? " : ""
    add([Run(sign + PlainText.visible(box.title), ink)], first: Run(first), rest: rest)
    for line in box.shown {
      add([Run(PlainText.visible(line))], first: Run(rest + "  "), rest: rest + "  ")
    }
  }
}
