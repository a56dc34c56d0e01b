extension Program {
  /// A number of 64 bits that stands for the whole program, the same on every machine: two programs that differ in a line, a
  /// parameter, a variable or an input differ in it (but for one chance in 2⁶⁴).
  public var fingerprint: UInt64 {
    var text = ""
    for line in lines {
      text += "\(line.operation.rawValue)(\(line.operands.map { String($0.index) }.joined(separator: ",")))"
      text += "\(line.value.bitPattern)#\(line.number);"
    }
    for parameter in parameters { text += "\(parameter.id)=\(parameter.distribution);" }
    for variable in variables { text += "\(variable.name):\(variable.start.index)>\(variable.next.index);" }
    for input in inputs { text += "\(input.name);" }
    return Parameter.key(of: text)
  }
}
