import type { Response } from 'express'
import { readContents } from './case-file.ts'
import { changesSince } from './changes-since.ts'
import { textOf, type Typed } from './fields.ts'
import type { CaseRoom } from './room.ts'
import { caseUrl } from './urls.ts'

/** Names of our own machinery and of choices: only words are worth keeping. */
const NOT_WORDS = new Set([
  '_token',
  'visto',
  'lista',
  'unit',
  'handler',
  'priority',
  'do',
  'decision',
])

interface Kept {
  path: string
  typed: Typed
  /** Null: the case is not, or no longer, within reach. */
  room: CaseRoom | null
  listUrl: string
}

/** The step is no longer possible: what happened meanwhile, and every word that was typed. */
export async function keptTextView(response: Response, { path, typed, room, listUrl }: Kept) {
  const { t } = response.locals
  const seen = Number(textOf(typed, 'visto')) || 0
  return {
    title: t(room ? 'case-staff.kept.title' : 'case-staff.kept.title_gone'),
    lead: t(room ? 'case-staff.kept.lead' : 'case-staff.kept.lead_gone'),
    changes: room ? await changesSince(room, await readContents(room), seen) : [],
    texts: Object.keys(typed)
      .filter((name) => !NOT_WORDS.has(name))
      .map((name) => ({ id: `${path}-${name}`, text: textOf(typed, name) }))
      .filter(({ text }) => text !== ''),
    wayOut: room
      ? { text: t('case-staff.kept.to_case'), href: caseUrl(room.slug, room.item.caseNumber) }
      : { text: t('case-staff.kept.to_list'), href: listUrl },
  }
}
