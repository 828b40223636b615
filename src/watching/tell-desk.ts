import { caseViewer, type DeskNews } from '../cases/index.ts'
import type { System } from '../system.ts'
import { countNews } from './look-store.ts'
import { followedUrl } from './urls.ts'

/** Above the desk: who calls, and what moved of what one follows. One question for both. */
export function tellOfFollowed({ db }: System): DeskNews {
  return async ({ staff, book, slug, t }) => {
    const { mentioned, moved } = await countNews(db, caseViewer(staff, book))
    const href = followedUrl(slug)
    return [
      ...(mentioned > 0
        ? [{ text: t('watching.desk.mentioned', { count: mentioned }), href }]
        : []),
      ...(moved > 0 ? [{ text: t('watching.desk.moved', { count: moved }), href }] : []),
    ]
  }
}
