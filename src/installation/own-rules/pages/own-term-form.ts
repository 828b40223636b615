import type { Request } from 'express'
import { z } from 'zod'
import { sayTerm } from '../../../administrations/index.ts'
import { listRulesInUse } from '../../../cases/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { count, day, line, typedIn } from '../../../platform/web/index.ts'
import { STEPS } from '../../../regimes/index.ts'
import { kindName } from '../../pages/rules-view.ts'
import type { Room } from '../../pages/room.ts'
import { previewTerm } from '../term-preview.ts'

export const typedTerm = z.object({
  step: z.enum(STEPS, 'unknown'),
  kind: line(60),
  days: count,
  unit: z.enum(['business', 'calendar', 'months'], 'unknown'),
  validFrom: day,
  source: line(300),
})

/** To see what would change; nothing is kept then. */
export function asksFirst(request: Request): boolean {
  return typedIn(request)('do') === 'preview'
}

/** Of those that the form was made from; what was not there had none. */
export function seenVersion(request: Request, id: string): number {
  const lines = typedIn(request)('versions').split(';')
  const seen = lines.map((each) => each.split('=')).find(([known]) => known === id)
  return Number(seen?.[1]) || 0
}

export async function termPreview(db: Db, room: Room, typed: z.output<typeof typedTerm>) {
  const { book, deed, t, lang } = room
  const inUse = await listRulesInUse(db, deed.administrationId)
  const own = { ...typed, validUntil: null }
  const { changes, openCases } = previewTerm(book, own, typed.step, inUse)
  return {
    from: t('own-rules.preview.from', { day: formatDate(own.validFrom, lang) }),
    changes: changes.map(({ kinds, before, after }) => ({
      kinds: kinds.map((kind) => kindName(room, kind)).join(', '),
      before: before ? sayTerm(before, t) : t('installation.terms.missing'),
      after: sayTerm(after, t),
    })),
    open: t('own-rules.preview.open', { count: openCases }),
  }
}
