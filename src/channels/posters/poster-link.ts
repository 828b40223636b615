/** Where a link stands: on paper or on a screen of the office, or as a button on the office's own page. */
export const MEDIA = ['print', 'site'] as const
export type Medium = (typeof MEDIA)[number]

/** The kind of the sealed door. It is no kind of the book: its links lead there, and nothing of them is counted. */
export const SEALED_KIND = 'corruption_report'

/** What a link says for the person; null leaves it to them. */
export interface LinkTarget {
  centreId: string | null
  windowId: string | null
  serviceId: string | null
  kind: string | null
}

export interface NewLink extends LinkTarget {
  label: string
  medium: Medium
}

export interface PosterLink extends NewLink {
  linkId: string
  administrationId: string
  number: number
  madeAt: Date
  retiredAt: Date | null
}

export function isSealed({ kind }: Pick<LinkTarget, 'kind'>): boolean {
  return kind === SEALED_KIND
}

/** What a filing remembers of the link that brought its person. */
export function broughtBy({ linkId, medium }: PosterLink) {
  return { linkId, channel: medium === 'print' ? ('qr' as const) : ('web' as const) }
}
