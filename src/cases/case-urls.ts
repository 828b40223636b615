/** The addresses of a case. They carry its number and never its secret, which is asked for there. */

export const followUrl = '/seguimiento'

/** Within this site. */
export function receiptPath(caseNumber: string): string {
  return `${followUrl}/${caseNumber}/constancia`
}

export function statusUrl(baseUrl: string, caseNumber: string): string {
  return new URL(`${followUrl}/${caseNumber}`, baseUrl).href
}

export function receiptUrl(baseUrl: string, caseNumber: string): string {
  return new URL(receiptPath(caseNumber), baseUrl).href
}

/** For staff, within one administration. */
export function deskUrl(slug: string): string {
  return `/personal/${slug}/casos`
}

export function staffCaseUrl(slug: string, caseNumber: string): string {
  return `${deskUrl(slug)}/${caseNumber}`
}
