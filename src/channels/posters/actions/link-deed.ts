/** Who changes the links of which administration, and when. */
export interface LinkDeed {
  administrationId: string
  accountId: string
  at: Date
}
