import { z } from 'zod'
import { findWornMark, wearMark } from '../../administrations/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'

export interface WornMark {
  /** Null: ours. */
  markId: string | null
}

/** There is one of each administration: its id is this word. */
export const MARK = 'whole'

/** The mark that an administration wears on its pages, tablets and letters. */
export const markSetting: Setting<WornMark> = {
  subject: 'mark',
  text: 'organisation.mark.one',
  roles: setters,
  schema: z.object({ markId: z.string().nullable() }),
  find: async (db, administrationId) => ({ markId: await findWornMark(db, administrationId) }),
  async write(tx, { administrationId }, _id, mark) {
    if (mark === null) throw new NotAllowed()
    await wearMark(tx, administrationId, mark.markId)
  },
  say({ markId }, { t }) {
    const text = markId === null ? t('organisation.mark.ours') : t('organisation.mark.own')
    const which = markId === null ? text : `${text} (${markId.slice(0, 8)})`
    return {
      name: t('organisation.mark.one'),
      facts: [{ label: t('organisation.mark.one'), text: which }],
    }
  },
}
