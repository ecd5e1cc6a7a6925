/// A change as written.
enum ChangeSyntax {
  case assume(TokenRange)
  case retract(TokenRange)
  case without(TokenIndex)
  case prefer(TokenIndex, over: TokenIndex)
  case asOf(TokenIndex)
  case onArguments(of: TokenIndex)
}
