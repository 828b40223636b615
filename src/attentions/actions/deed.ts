/** Who does something to the counts of which administration, and when. */
export interface AttentionDeed {
  administrationId: string
  accountId: string
  at: Date
}
