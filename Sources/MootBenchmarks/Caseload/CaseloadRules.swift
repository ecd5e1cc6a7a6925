/// The law of the caseload: when an act was prohibited, permitted, tried and punished.
enum CaseloadRules {
  /// The 22 rules, with dates as numbers of eight digits.
  static let text = """
    title "A caseload of acts under laws that change"

    relation ?person did ?act in ?case on ?day: number
      as act(case, person, act, day)
    relation ?law is about ?act
      as about(act, law)
    relation version ?number: number of ?law is valid from ?start: number to ?end: number
      as version(law, number, start, end)
    relation version ?number: number of ?law bans ?act
      as bans(law, number, act)
    relation version ?number: number of ?law permits ?act
      as permits(law, number, act)
    relation the verdict in ?case on ?day: number was ?outcome
      as verdict(case, day, outcome)
    relation an appeal in ?case was lodged on ?day: number
      as appeal(case, day)
    relation the appeal in ?case was decided on ?day: number with ?outcome
      as appealdec(case, day, outcome)
    relation ?person has a licence to ?act from ?start: number to ?end: number
      as licence(person, act, start, end)
    relation the licence of ?person to ?act was revoked on ?day: number
      as revocation(person, act, day)
    relation the ban in ?case is stayed from ?start: number to ?end: number
      as stay(case, start, end)

    relation version ?number: number of ?law applies to ?case
    relation ?case is banned
    relation ?case is favoured
    relation the licence in ?case is revoked
    relation ?case is licensed
    relation ?case is stayed
    relation ?case is prohibited
    relation ?case is permissible
    relation the verdict in ?case is overturned
    relation the appeal in ?case is decided
    relation an appeal in ?case is pending
    relation there is a conviction in ?case
    relation the conviction in ?case is final
    relation ?person is an offender
    relation ?case is a repetition
    relation the status of ?case is ?status

    rule law-of-the-day
      if ? did ?act in ?case on ?day
      and ?law is about ?act
      and version ?number of ?law is valid from ?start to ?end
      and ?start <= ?day
      and ?day < ?end
      then version ?number of ?law applies to ?case
    rule ban
      if ? did ?act in ?case on ?
      and version ?number of ?law applies to ?case
      and version ?number of ?law bans ?act
      then ?case is banned
    rule permit
      if ? did ?act in ?case on ?
      and version ?number of ?law applies to ?case
      and version ?number of ?law permits ?act
      then ?case is favoured
    rule revocation
      if ?person did ?act in ?case on ?day
      and the licence of ?person to ?act was revoked on ?revoked
      and ?revoked <= ?day
      then the licence in ?case is revoked
    rule licence
      if ?person did ?act in ?case on ?day
      and ?person has a licence to ?act from ?start to ?end
      and ?start <= ?day
      and ?day < ?end
      unless the licence in ?case is revoked
      then ?case is licensed
    rule stay
      if ? did ? in ?case on ?day
      and the ban in ?case is stayed from ?start to ?end
      and ?start <= ?day
      and ?day < ?end
      then ?case is stayed
    rule prohibition
      if ?case is banned
      unless ?case is stayed
      unless ?case is licensed
      then ?case is prohibited
    rule favoured-acts
      if ?case is favoured
      unless ?case is prohibited
      then ?case is permissible
    rule licensed-acts
      if ?case is licensed
      unless ?case is prohibited
      then ?case is permissible
    rule reversal
      if the verdict in ?case on ?day was guilty
      and the appeal in ?case was decided on ?later with reversed
      and ?day < ?later
      then the verdict in ?case is overturned
    rule decision
      if an appeal in ?case was lodged on ?day
      and the appeal in ?case was decided on ?later with ?
      and ?day <= ?later
      then the appeal in ?case is decided
    rule pendency
      if an appeal in ?case was lodged on ?
      unless the appeal in ?case is decided
      then an appeal in ?case is pending
    rule conviction
      if the verdict in ?case on ? was guilty
      unless the verdict in ?case is overturned
      then there is a conviction in ?case
    rule finality
      if there is a conviction in ?case
      unless an appeal in ?case is pending
      then the conviction in ?case is final
    rule offenders
      if the conviction in ?case is final
      and ?person did ? in ?case on ?
      and ?case is prohibited
      then ?person is an offender
    rule repetition
      if ?person did ? in ?case on ?day
      and the conviction in ?case is final
      and ?person did ? in ?other on ?earlier
      and ?earlier < ?day
      and the conviction in ?other is final
      then ?case is a repetition
    rule punishable
      if ?case is prohibited
      and the conviction in ?case is final
      then the status of ?case is punishable
    rule contested
      if ?case is prohibited
      and an appeal in ?case is pending
      then the status of ?case is contested
    rule prohibited
      if ?case is prohibited
      unless the conviction in ?case is final
      unless an appeal in ?case is pending
      then the status of ?case is prohibited
    rule lawful
      if ?case is permissible
      then the status of ?case is lawful
    rule unregulated
      if ?person did ? in ?case on ?
      unless ?case is permissible
      unless ?case is prohibited
      then the status of ?case is unregulated
    rule aggravated
      if ?case is prohibited
      and ?case is a repetition
      then the status of ?case is aggravated
    """

  /// The statuses a case can have, in the order of their weights 1 to 6.
  static let statuses = [
    "punishable", "contested", "prohibited", "lawful", "unregulated", "aggravated",
  ]

  /// The relations of the facts, by their keys.
  static let tables = [
    "act", "about", "version", "bans", "permits", "verdict", "appeal", "appealdec", "licence",
    "revocation", "stay",
  ]
}
