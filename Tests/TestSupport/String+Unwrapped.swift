extension String {
  /// The text with every run of white space as one space.
  public var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
