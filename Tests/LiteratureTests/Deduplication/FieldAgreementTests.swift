import Bibliography
import Testing

@testable import Literature

@Suite("Fields of two records")
struct FieldAgreementTests {
  @Test(
    "Titles that databases write in their own ways are the same",
    arguments: [
      ("Care in the North: a review", "CARE IN THE NORTH - A REVIEW"),
      ("Use of β-blockers in Ångström's patients", "Use of beta-blockers in Angstroms patients"),
      ("Hospital mergers and their costs. [Review] [33 refs]", "Hospital mergers and their costs"),
      ("Hospital mergers and their costs (Structured abstract)", "[Hospital mergers and their costs]."),
      ("Hospital mergers and their costs. Chinese", "Hospital mergers and their costs"),
      ("WITHDRAWN: Hospital mergers and their costs", "Hospital mergers and their costs"),
      ("Uptake of H<sub>2</sub>O &amp; salt in <i>E. coli</i>", "Uptake of H2O and salt in E. coli"),
      ("The {\\em Drosophila} genome and its repair", "The Drosophila genome and its repair"),
      ("Intra-hospital transfers of patients", "Intrahospital transfers of patients"),
      (
        "Shared care for mothers [Erratum appears in Lancet. 2006 Jan;15(1):187]",
        "Shared care for mothers"
      ),
    ])
  func sameTitles(first: String, second: String) {
    #expect(TitleAgreement.between(ComparedTitle(first), ComparedTitle(second)) == .same)
  }

  @Test(
    "Titles tell slips, subtitles, parts and other pieces apart",
    arguments: [
      ("Outcomes of community rehabilitation", "Outcomes of comunity rehabilitation", TitleAgreement.near),
      (
        "Outcomes of community rehabilitation after stroke: a cohort study",
        "Outcomes of community rehabilitation after stroke", .extended
      ),
      ("Auckland stroke outcomes study. Part 1", "Auckland stroke outcomes study. Part 2", .partsDiffer),
      ("Auckland stroke outcomes study. Part I", "Auckland stroke outcomes study. Part II", .partsDiffer),
      (
        "Report of the registry of hip fractures 2010", "Report of the registry of hip fractures 2011",
        .partsDiffer
      ),
      ("Erratum: Outcomes of community care", "Outcomes of community care", .kindsDiffer),
      ("Reply to: Outcomes of community care", "Outcomes of community care", .kindsDiffer),
      ("Outcomes of community care (vol 12, pg 31, 2009)", "Outcomes of community care", .kindsDiffer),
      ("Outcomes of community care: study protocol", "Outcomes of community care", .partsDiffer),
      ("Treatment of severe hypertension in adults", "Treatment of severe hypotension in adults", .reworded),
      ("Costs of hand hygiene in wards", "Attitudes of nurses towards mergers", .different),
      ("", "Attitudes of nurses towards mergers", .missing),
    ])
  func titles(first: String, second: String, expected: TitleAgreement) {
    #expect(TitleAgreement.between(ComparedTitle(first), ComparedTitle(second)) == expected)
    #expect(TitleAgreement.between(ComparedTitle(second), ComparedTitle(first)) == expected)
  }

  @Test(
    "Titles that many pieces bear are generic",
    arguments: ["Editorial", "Letters to the editor", "In this issue"])
  func generic(title: String) {
    #expect(ComparedTitle(title).isGeneric)
    #expect(!ComparedTitle("Effect of shared records on early discharge").isGeneric)
  }

  @Test(
    "Names are the same in initials, in full, without accents, with particles and in the other order",
    arguments: [
      ("Zuna, R E; Wang, S S", "Zuna, Rosemary E.; Wang, Sophia"),
      ("de Schipper, F A; Müller, K", "de-Schipper, F; Mueller, K."),
      ("van, Hamont D; Bekkers, R L M", "Hamont, D van; Bekkers, R"),
      ("Li, Wei; Xu, Feng", "Wei, Li; Feng, Xu"),
      ("Liu-Ambrose, T.; Dao, E.", "Liu, T. A.; Dao, E."),
      ("Zuna, R; Wang, S; Solomon, D; ALTS Group", "Zuna, R; Wang, S; Solomon, D"),
      ("PayenJ.-L.IzopetJ.Galindo-MigeotV.", "Payen, J L; Izopet, J; Galindo-Migeot, V"),
      ("Wright, Jr; Cox, J T", "Wright Jr., T C; Cox, J"),
    ])
  func sameNames(first: String, second: String) {
    let (mine, theirs) = (record("1", nil, first), record("2", nil, second))
    let agreement = NamesAgreement.between(
      ComparedNames(mine.reference.authors), ComparedNames(theirs.reference.authors))
    #expect(agreement.0 == .same)
  }

  @Test(
    "Other names are other people, and nobody is missing",
    arguments: [
      ("Wang, Xiu; Li, Bo", "Chen, Hua; Xu, Feng", NamesAgreement.different),
      ("Wang, X.", "Wang, Y.", .different),
      ("Anonymous", "Wang, Y.", .missing),
      ("Jones, A; Smith, B; Rossi, C; Hansen, D", "Jones, A; Smith, B; Quinn, E; Usman, F", .overlapping),
    ])
  func names(first: String, second: String, expected: NamesAgreement) {
    let (mine, theirs) = (record("1", nil, first), record("2", nil, second))
    let agreement = NamesAgreement.between(
      ComparedNames(mine.reference.authors), ComparedNames(theirs.reference.authors))
    #expect(agreement.0 == expected)
  }

  @Test(
    "A journal is known by its abbreviation, acronym, subtitle, parallel title and place",
    arguments: [
      ("J Clin Oncol", "Journal of Clinical Oncology : official journal of the American Society"),
      ("The Lancet", "Lancet (London, England)"), ("BMJ (Online)", "BMJ (Clinical research ed.)"),
      (
        "Proc Natl Acad Sci U S A",
        "Proceedings of the National Academy of Sciences of the United States of America"
      ),
      ("PNAS", "Proceedings of the National Academy of Sciences"),
      ("JAMA", "Journal of the American Medical Association"), ("Stroke (00392499)", "Stroke"),
      ("CMAJ Canadian Medical Association Journal", "Canadian Medical Association Journal"),
      ("International journal of cancer.Journal international du cancer", "International Journal of Cancer"),
      ("Obstetrics & Gynaecology", "Obstetrics and Gynecology"),
      ("Zhongguo zhen jiu [Acupuncture]", "Zhongguo Zhenjiu"),
      ("Hematology/Oncology Clinics of North America", "Hematology - Oncology Clinics of North America"),
    ])
  func journals(first: String, second: String) {
    #expect(JournalAgreement.between(ComparedJournal(first), ComparedJournal(second)).agrees)
    #expect(JournalAgreement.between(ComparedJournal(second), ComparedJournal(first)).agrees)
  }

  @Test(
    "Journals whose names are near are two",
    arguments: [
      ("Diabetes Care", "Diabetologia"), ("Brain Injury", "Brain Research"), ("Cancer", "Cancers"),
      ("American Heart Journal", "European Heart Journal"),
      ("Stroke", "Canadian Journal of Neurological Sciences"),
    ])
  func otherJournals(first: String, second: String) {
    #expect(JournalAgreement.between(ComparedJournal(first), ComparedJournal(second)) == .different)
  }

  @Test(
    "Pages agree by their first, complete, or broken form",
    arguments: [
      ("288-297", "288-97", PagesAgreement.same), ("288-297", "288", .same),
      ("S417-S429", "Suppl-29", .touching),
      ("2665-2668", "t-8", .touching), ("1-6", "e12724", .unclear), ("8-11", "08-Nov", .same),
      ("288-297", "298-310", .apart), ("288-297", "No Pagination Specified", .missing),
      ("215 p", "1524", .missing),
      ("iii-xx", "3-20", .same), ("359", "356-359", .touching),
    ])
  func pages(first: String, second: String, expected: PagesAgreement) {
    #expect(PagesAgreement.between(ComparedPages(first), ComparedPages(second)) == expected)
    #expect(PagesAgreement.between(ComparedPages(second), ComparedPages(first)) == expected)
  }

  @Test(
    "Volumes and issues agree by their numbers",
    arguments: [
      ("24", "24 Suppl 3", NumberAgreement.same), ("Vol. 24", "24(3)", .same), ("XII", "12", .same),
      ("3-4", "3", .same), ("12", "13", .different), ("Ph.D.", "12", .missing), ("", "12", .missing),
    ])
  func numbers(first: String, second: String, expected: NumberAgreement) {
    #expect(NumberAgreement.between(ComparedNumber(first), ComparedNumber(second)) == expected)
  }
}
