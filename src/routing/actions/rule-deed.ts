/** Who changes the rules of which book, and when. */
export interface RuleDeed {
  administrationId: string
  accountId: string
  at: Date
}
