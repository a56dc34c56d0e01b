/// What heads of columns stand for, in the tables of databases and screening programs.
enum TableColumns {
  /// A head in small letters and digits alone, so that "Publication Year", "publication_year" and "PublicationYear" are one.
  static func folded(_ head: String) -> String {
    var folded = ""
    for scalar in head.unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "#" {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded.lowercased()
  }

  /// The meaning of a head; `nil` for a column that is kept raw.
  static func meaning(of head: String) -> FieldMeaning? {
    let folded = folded(head)
    return byName[folded]
  }

  private static let byName: [String: FieldMeaning] = {
    var names: [String: FieldMeaning] = [:]
    for (meaning, heads) in table {
      for head in heads.split(separator: " ") { names[String(head)] = meaning }
    }
    return names
  }()

  private static let table: [(FieldMeaning, String)] = [
    (
      .key,
      "id key cochranereviewid recordid recid refid covidence# covidence covidenceid itemkey citationkey citekey bibtexkey "
        + "articleid referenceid uid recordnumber lensid publicationid"
    ),
    (
      .type,
      "type itemtype entrytype referencetype documenttype publicationtype doctype reftype typeofreference "
        + "recordtype typeofwork contenttype documentidentifier"
    ),
    (
      .title,
      "title titles primarytitle articletitle documenttitle ti t1 itemtitle studytitle papertitle reporttitle"
    ),
    (.other(.originalTitle), "originaltitle titleoriginal vernaculartitle"),
    (.other(.shortTitle), "shorttitle"),
    (
      .authors,
      "authors author authornames authornamess au authorlist authorfullnames authorfullname creator creators "
        + "firstauthors authorss a1 leadauthors"
    ),
    (.editors, "editors editor editornames bookeditors"),
    (
      .year,
      "year publicationyear publishedyear pubyear py yearofpublication yr publyear y1 datepublicationyear"
    ),
    (
      .date,
      "date publicationdate publisheddate datepublished coverdate pubdate dateofpublication da onlinedate "
        + "earlyaccessdate publicationdateonline datecreatedonline"
    ),
    (.month, "month publishedmonth publicationmonth"), (.day, "day publishedday publicationday"),
    (
      .container,
      "journal journalname journaltitle publicationtitle sourcetitle journalbook containertitle secondarytitle "
        + "publicationname publication venue booktitle jo t2 jf so proceedingstitle periodical fulljournalname "
        + "journalfull periodicaltitle hostpublication"
    ),
    (
      .containerShort,
      "journalabbreviation abbreviatedsourcetitle journalabbrev abbreviatedjournal journaliso "
        + "journalisoabbreviation isoabbreviation journalabbreviated abbreviatedtitle abbreviatedjournaltitle "
        + "alternatetitle1 alternatetitle2 j2 ja"
    ),
    (.volume, "volume vol vl"), (.issue, "issue number issuenumber no is issueno num nr"),
    (.pages, "pages page pagination pagerange pagenumbers pagess pp"),
    (.firstPage, "pagestart startpage firstpage sp startingpage beginpage bp"),
    (.lastPage, "pageend endpage lastpage ep endingpage"),
    (.pageCount, "pagecount numpages numberofpages"),
    (.other(.number), "artno articlenumber articleno elocationid elocation"),
    (.edition, "edition"), (.publisher, "publisher publishername institution school"),
    (
      .place,
      "location place publisherplace publisherlocation placepublished address city publisheraddresscity "
        + "publishercity placeofpublication"
    ),
    (.doi, "doi digitalobjectidentifier dois doilink doiurl articledoi do"),
    (
      .url,
      "url link urls ur link1 openurllink plink sourceurls externalurl fulltexturl pdflink fulltextlink permalink "
        + "embaselink docviewurl documenturl articleurl openaccesslink"
    ),
    (
      .abstract,
      "abstract abstractnote abstracts notesabstract ab abstracttext n2 summary description abstractt"
    ),
    (
      .keywords,
      "keywords keyword authorkeywords manualtags automatictags subjects subject kw tags indexkeywords "
        + "meshterms mesh meshheadings keywordsplus emtreemedicalindexterms emtreemedicalindextermsmajorfocus emtreedrugindexterms "
        + "emtreedrugindextermsmajorfocus subjectterms fieldsofstudy authorskeywords descriptors identifierskeywords "
        + "emtreeheadings"
    ),
    (
      .serial,
      "issn isbn eissn issns isbns issnprint issnonline issnelectronic pissn printissn electronicissn issnisbn sn "
        + "onlineissn"
    ),
    (.identifier(.pmid), "pmid pubmedid medlinepmid pubmed pmids pubmedidpmid"),
    (.identifier(.pmcid), "pmcid pmc pmcids"),
    (.identifier(.scopus), "eid scopusid"),
    (
      .identifier(.webOfScience),
      "utuniquewosid utuniqueid uniquewosid wosid uniqueid accessionnumberwos wosuid ut"
    ),
    (.identifier(.embase), "embaseaccessionid pui luiembase embaseid embaseaccessionnumber"),
    (.identifier(.accession), "accessionnumber accessionid accession an accessionno"),
    (.identifier(.openAlex), "openalexid openalex"), (.identifier(.arxiv), "arxivid arxiv"),
    (.identifier(.trial), "clinicaltrialnumbers clinicaltrialnumber nctnumber trialregistrationnumber"),
    (
      .note,
      "notes note exportednotes1 asreviewnote exportednotes extra comments comment researchernotes remarks n1"
    ),
    (
      .other(.language),
      "language languages languageoforiginaldocument la languageofdocument originallanguage"
    ),
    (.other(.source), "database source1 nameofdatabase db libraryc librarycatalog"),
    (.other(.collection), "series seriestitle bookseriestitle collectiontitle"),
    (.other(.callNumber), "callnumber"), (.other(.volumes), "numberofvolumes"),
    (.other(.eventTitle), "conferencename conferencetitle"), (.other(.eventPlace), "conferencelocation"),
    (
      .decision(nil),
      "label labelincluded included finallabel asreviewlabel includedfinal finalincluded decision inclusion "
        + "include relevant isrelevant relevance finaldecision screeningdecision labelfinal labels humanlabel groundtruth "
        + "asreviewincluded incl"
    ),
    (
      .decision(.titleAndAbstract),
      "labelabstractscreening abstractincluded includedabstract labelabstract "
        + "abstractscreening titleabstractdecision titleabstractscreening labeltitleabstract abstractlabel "
        + "labeltitleabstractscreening tiab tiabdecision includedtiab titleabstractincluded abstractdecision"
    ),
    (
      .decision(.fullText),
      "labelfulltext fulltextincluded includedfulltext fulltextscreening fulltextdecision "
        + "labelfulltextscreening fulltextlabel"
    ),
    (.prior, "asreviewprior prior isprior priorknowledge"),
    (.reason, "exclusionreason exclusionreasons reasonforexclusion reasonexcluded excludereason"),
    (.embaseSource, "source"), (.carrier, "realist"),
  ]
}
