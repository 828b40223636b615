import { officialsNamedIn } from '../../../routing/index.ts'
import { firstContent, readContents } from './case-file.ts'
import type { CaseRoom } from './room.ts'

export interface OfficialInCase {
  officialId: string
  name: string
  post: string
  /** Stands in the case as named: cannot see it. */
  named: boolean
  /** How that is known, or the words that look like it. */
  why: string
}

/** Whom the case names, and whom its text may name until a person says no. */
export async function officialsOf(room: CaseRoom): Promise<OfficialInCase[]> {
  const { book, item, response } = room
  const { t } = response.locals
  const found = await officialsInText(room)
  const dismissed = dismissedOf(room)
  return book.officials.flatMap(({ officialId, name, post }) => {
    const inText = found.find((one) => one.officialId === officialId)
    const named = item.namedOfficials.includes(officialId)
    if (!named && (!inText || dismissed.has(officialId))) return []
    const why = inText?.matched
      ? t('case-staff.officials.in_text', { words: inText.matched })
      : t('case-staff.officials.picked')
    return [{ officialId, name, post, named, why }]
  })
}

async function officialsInText(room: CaseRoom) {
  const { book, item } = room
  const contents = await readContents(room)
  const text = [firstContent(contents, 'description'), firstContent(contents, 'place')]
  return officialsNamedIn(book, {
    centreId: item.centreId,
    text: text.filter((part) => part !== null).join('\n'),
    pickedOfficialIds: [],
  })
}

function dismissedOf({ events }: CaseRoom): ReadonlySet<unknown> {
  return new Set(
    events
      .filter(({ event }) => event === 'officials_named')
      .flatMap(({ details }) => details['dismissed'] ?? []),
  )
}
