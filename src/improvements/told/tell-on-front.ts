import type { TellOnFront } from '../../administrations/index.ts'
import { hasTold } from './told-store.ts'
import { toldUrls } from './urls.ts'

/** What people said and what was done, once something was told. */
export const tellChanges: TellOnFront = async (db, { administrationId, slug, t }) =>
  (await hasTold(db, administrationId))
    ? { text: t('improvements-told.front'), href: toldUrls(slug).list }
    : null
