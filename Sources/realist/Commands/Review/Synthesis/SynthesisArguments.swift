public import ArgumentParser
public import ProgrammeTheory
public import Review

extension Bearing: ExpressibleByArgument {}
extension CMOConfiguration.Status: ExpressibleByArgument {}
extension Inference: ExpressibleByArgument {}
extension Source.Role: ExpressibleByArgument {}
extension SynthesisStep.Kind: ExpressibleByArgument {}
