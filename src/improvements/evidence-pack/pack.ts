export interface Pack {
  administrationId: string
  packId: string
  centreId: string
  year: number
  state: 'waiting' | 'making' | 'made' | 'released' | 'failed'
  /** Files written, of so many. */
  done: number
  ofFiles: number
  bytes: number | null
  sha256: string | null
  askedAt: Date
  askedBy: string
  releasedAt: Date | null
}

/** A page that a person looks at before the pack leaves. */
export interface Review {
  path: string
  title: string
  lookedAt: Date | null
}
