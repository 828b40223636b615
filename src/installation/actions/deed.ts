/** Who changes the rules of which book, and when. */
export interface RulesDeed {
  administrationId: string
  accountId: string
  at: Date
}
