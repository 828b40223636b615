import { deskUrl, staffCaseUrl } from '../../case-urls.ts'
import type { DeskTrail } from '../desk/desk-trail.ts'

/** The pages of one case; the list that somebody came from travels along, so that they find back. */

export function caseUrl(
  slug: string,
  caseNumber: string,
  { trail = null, done = null }: { trail?: DeskTrail | null; done?: string | null } = {},
): string {
  return withQuery(staffCaseUrl(slug, caseNumber), { hecho: done, lista: trail })
}

export function caseFormUrl(
  slug: string,
  caseNumber: string,
  path: string,
  trail: DeskTrail | null,
): string {
  return withQuery(`${staffCaseUrl(slug, caseNumber)}/${path}`, { lista: trail })
}

export function caseFileUrl(slug: string, caseNumber: string, attachmentId: string): string {
  return `${staffCaseUrl(slug, caseNumber)}/archivos/${attachmentId}`
}

export function listUrl(slug: string, trail: DeskTrail | null, done: string | null = null) {
  const place = trail ? `?${trail}` : ''
  const told = done ? `${place ? '&' : '?'}hecho=${done}` : ''
  return deskUrl(slug) + place + told
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
