/// What the two-letter tags of Web of Science stand for, in plain text and as heads of columns.
enum WebOfScienceTags {
  /// The meanings of tags; a tag that isn't here is kept raw.
  static let meanings: [String: FieldMeaning] = [
    "PT": .type, "AF": .authors, "AU": .authors, "BA": .authors, "TI": .title, "SO": .container,
    "LA": .other(.language),
    "SE": .other(.collection),
    "DT": .other(.genre), "DE": .keywords, "ID": .keywords, "AB": .abstract, "SN": .serial, "EI": .serial,
    "BN": .serial,
    "J9": .containerShort, "JI": .containerShort, "PU": .publisher, "PI": .place, "PD": .date, "PY": .year,
    "VL": .volume, "IS": .issue, "BP": .firstPage, "EP": .lastPage, "AR": .other(.number), "DI": .doi,
    "PG": .pageCount, "UT": .identifier(.webOfScience), "PM": .identifier(.pmid), "ED": .editors,
    "BE": .editors,
    "CT": .other(.eventTitle), "CL": .other(.eventPlace), "CA": .authors,
  ]
}
