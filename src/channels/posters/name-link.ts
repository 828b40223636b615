import type { System } from '../../system.ts'
import { findLabel } from './poster-link-store.ts'

/** What the office calls a link, for the page of a case that it brought. */
export function nameLink({ db }: Pick<System, 'db'>) {
  return (link: { administrationId: string; linkId: string }) => findLabel(db, link)
}
