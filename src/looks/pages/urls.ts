/** The log of looks; `:slug` is the administration's. */
export const looksPath = '/personal/:slug/miradas'

export interface LooksAddress {
  caseNumber?: string
  accountId?: string
  from?: string
  until?: string
  before?: number
}

export function looksUrl(slug: string, asked: LooksAddress = {}): string {
  const { caseNumber, accountId, from, until, before } = asked
  const query = new URLSearchParams()
  if (caseNumber) query.set('caso', caseNumber)
  if (accountId) query.set('persona', accountId)
  if (from) query.set('desde', from)
  if (until) query.set('hasta', until)
  if (before) query.set('antes', String(before))
  const url = looksPath.replace(':slug', slug)
  return query.size > 0 ? `${url}?${query.toString()}` : url
}
