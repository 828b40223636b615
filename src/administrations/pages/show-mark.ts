import { NotFound } from '../../platform/errors.ts'
import { idIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { findMark } from '../mark-store.ts'

/** The picture of a mark never changes: another one has another address. */
export function showMark({ db }: System): Page {
  return async (request, response) => {
    const { slug } = request.params
    const markId = idIn(request, 'markId')
    const picture = typeof slug === 'string' ? await findMark(db, slug, markId) : null
    if (!picture) throw new NotFound()
    response.type('png').set('Cache-Control', 'public, max-age=31536000, immutable').send(picture)
  }
}
