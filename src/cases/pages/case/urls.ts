import { deskUrl, staffCaseUrl } from '../../case-urls.ts'
import type { DeskView } from '../../desk.ts'

/** The pages of one case; the view that somebody came from travels along, so that they find back. */

export function caseUrl(
  slug: string,
  caseNumber: string,
  { deskView = null, done = null }: { deskView?: DeskView | null; done?: string | null } = {},
): string {
  return withQuery(staffCaseUrl(slug, caseNumber), { hecho: done, vista: deskView })
}

export function caseFormUrl(
  slug: string,
  caseNumber: string,
  path: string,
  deskView: DeskView | null,
): string {
  return withQuery(`${staffCaseUrl(slug, caseNumber)}/${path}`, { vista: deskView })
}

export function caseFileUrl(slug: string, caseNumber: string, attachmentId: string): string {
  return `${staffCaseUrl(slug, caseNumber)}/archivos/${attachmentId}`
}

export function listUrl(slug: string, deskView: DeskView | null, done: string | null = null) {
  return withQuery(deskUrl(slug), { hecho: done, vista: deskView })
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
