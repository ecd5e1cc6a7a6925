/// What is said of a fact, rule, contention or preference beside its content.
struct StatementDetails {
  /// Who argues or holds it, and through whom it reaches us.
  var attribution = Attribution.none
  /// What it cites.
  var cites: [CitationID] = []
  /// When it holds or is in force.
  var period = Period.always
  /// The highest grade it can give.
  var cap = Grade.established
  /// The reason given.
  var because: String?
  /// The variable by whose date being in force is judged.
  var lawOfDay: TokenIndex?
}
