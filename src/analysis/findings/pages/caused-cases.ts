import { caseViewer, listSeenCases, staffCaseUrl } from '../../../cases/index.ts'
import type { System } from '../../../system.ts'
import { causesOfCases, type FoundCause } from '../cause-store.ts'
import type { ToldIdea } from '../read-ideas.ts'
import type { Room } from './room.ts'

/** A form holds so many ticks. */
export const CASES_A_PAGE = 100

/** The cases that told the motive, page by page, to be confirmed one by one. */
export async function causedCases(
  system: System,
  room: Room,
  { told, cause, asked }: { told: readonly ToldIdea[]; cause: FoundCause; asked: unknown },
) {
  const pages = inPages([...new Set(told.map(({ caseId }) => caseId))])
  const page = pages[Number(asked) - 1] ? Number(asked) : 1
  const shown = new Set(pages[page - 1])
  const ideas = told.filter(({ caseId }) => shown.has(caseId))
  return {
    casePage: page,
    casePages: pages.map((ids, index) => ({
      href: `${room.urls.cause(told[0]?.code ?? '')}?casos=${index + 1}#cases`,
      from: index * CASES_A_PAGE + 1,
      until: index * CASES_A_PAGE + ids.length,
      current: index + 1 === page,
    })),
    cases: await caseRows(system, room, ideas, cause),
  }
}

function inPages(caseIds: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(caseIds.length / CASES_A_PAGE) }, (_, index) =>
    caseIds.slice(index * CASES_A_PAGE, (index + 1) * CASES_A_PAGE),
  )
}

async function caseRows(
  { db }: System,
  { staff, book, slug, whose }: Room,
  told: readonly ToldIdea[],
  cause: FoundCause,
) {
  const caseIds = [...new Set(told.map(({ caseId }) => caseId))]
  const seen = await listSeenCases(db, caseViewer(staff, book), caseIds)
  const codes = await causesOfCases(db, whose.administrationId, caseIds)
  return caseIds.map((caseId) => {
    const number = seen.get(caseId)
    const code = codes.get(caseId)
    return {
      caseId,
      texts: told.filter((idea) => idea.caseId === caseId).map(({ text }) => text),
      href: number === undefined ? null : staffCaseUrl(slug, number),
      number: number ?? null,
      isConfirmed: code === cause.code,
      other: code !== undefined && code !== cause.code ? code : null,
    }
  })
}
