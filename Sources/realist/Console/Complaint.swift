import BundledKnowledge
import Documents
import Literature
import Review

/// What a person is told when something can't be done, and with which exit code.
struct Complaint: Error {
  let message: String
  /// 2 where what was given can't be used; 1 where something else failed.
  let code: Int32

  init(_ message: String, code: Int32 = 2) {
    self.message = message
    self.code = code
  }

  init(of error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let faulty as FaultyDocument:
      self.init(faulty.description)
    case let missing as KnowledgeNotFound: self.init("\(missing)")
    case let unusable as RecordFileError: self.init("\(unusable)")
    case let fault as ReviewFault: self.init(fault.description, code: fault.isNobodysDoing ? 1 : 2)
    default: self.init("realist: \(error)", code: 1)
    }
  }
}
