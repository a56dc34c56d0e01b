import Dynamics
public import Reporting

extension ModelRunRecord {
  /// The numbers as one long table, one number a row, for programs that read tables.
  public var table: Table {
    Table(
      caption: "Numbers of a run",
      columns: ["section", "prior", "round", "what", "source", "quantity", "value"],
      rows: endRows + orderRows + levelRows + driverRows + hingeRows)
  }

  private func row(
    _ section: String, _ prior: Int?, round: Int? = nil, _ what: String, by source: String = "",
    _ quantity: String,
    _ value: String
  ) -> [Cell] {
    let prior = prior.map { priors[$0] } ?? ""
    return [section, prior, round.map(String.init) ?? "", what, source, quantity, value].map { Cell($0) }
  }

  private var endRows: [[Cell]] {
    let lists = [
      ("end", ends), ("rank", ranks), ("rank where orders hold", ranksWhereOrdersHold),
      ("rank without plan", ranksWithoutPlan), ("rank of neutral", ranksOfNeutral), ("label", labels),
    ]
    return lists.flatMap { section, list in
      list.flatMap { end in
        priors.indices.flatMap { prior -> [[Cell]] in
          guard end.counts.indices.contains(prior) else { return [] }
          let median = end.medianRounds.flatMap { $0[prior] }
          return [
            row(section, prior, end.what, "models", "\(end.counts[prior])"),
            row(section, prior, end.what, "of", "\(end.models[prior])"),
          ] + (median.map { [row(section, prior, end.what, "median round", "\($0)")] } ?? [])
        }
      }
    }
  }

  private var orderRows: [[Cell]] {
    orders.flatMap { order in
      priors.indices.flatMap { prior in
        [
          row("order", prior, order.id, "met", "\(order.met[prior])"),
          row("order", prior, order.id, "failed", "\(order.failed[prior])"),
          row("order", prior, order.id, "open", "\(order.open[prior])"),
        ]
      }
    }
      + proofs.map {
        row("proof", nil, $0.concept ?? $0.ending ?? "", by: $0.action, "proved", $0.proved)
      }
  }

  private var levelRows: [[Cell]] {
    levels.flatMap { band in
      zip(shares, band.levels).map { share, level in
        row(
          "level", priors.firstIndex(of: band.prior), round: band.round, band.concept, "quantile \(share)",
          "\(level)")
      }
    }
  }

  private var driverRows: [[Cell]] {
    contributions.flatMap { part in
      priors.indices.map { prior in
        row("driver", prior, round: part.round, part.concept, by: part.source, "mean", "\(part.means[prior])")
      }
    }
      + contributionsByPlace.flatMap { part in
        priors.indices.map { prior in
          row(
            "driver in a place", prior, round: part.round, "\(part.concept)/\(part.place ?? "")",
            by: part.source,
            "mean", "\(part.means[prior])")
        }
      }
      + spared.flatMap { part in
        priors.indices.map { prior in
          row(
            "spared", prior, round: part.round, part.concept, by: part.source, "mean", "\(part.means[prior])")
        }
      }
  }

  private var hingeRows: [[Cell]] {
    hinges.flatMap { hinge in
      priors.indices.map { prior in
        row("hinge", prior, hinge.parameter, "explains", "\(hinge.indices[prior])")
      }
    }
  }
}
