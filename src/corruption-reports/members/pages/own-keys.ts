import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findDirectory } from '../../known-directory.ts'
import { commitmentKeysOf } from '../../retention/close-weeks.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { toBase64url } from '../../sealing/index.ts'
import { keysUrl, ownKeysUrl } from '../../urls.ts'
import { enterMembersRoom } from '../room.ts'

/** Where a member makes keys: everything happens in the browser. */
export function showOwnKeys(system: System): Page {
  return async (_request, response) => {
    const { t, lang } = response.locals
    const room = await enterMembersRoom(system, response)
    const { identity, administrationId, slug, rules } = room
    const known = await inSealedTransaction(room.sealed, administrationId, findDirectory)
    const view = {
      title: t('member-keys.own.title'),
      backUrl: keysUrl(slug),
      script: 'sealed/member-keys.js',
      identity,
      role: identity && t(`people.roles.${identity.role}`),
      units: rules.units.filter(({ unitId }) => identity?.units.includes(unitId)),
      fingerprint: known?.directory.fingerprint ?? null,
      proofsKey: toBase64url(commitmentKeysOf(system.secrets).publicKey),
      setting: JSON.stringify({ administration: administrationId, language: lang, identity }),
      urls: { keep: ownKeysUrl(slug), keys: keysUrl(slug) },
    }
    render(response, 'corruption-reports/members/own-keys', view, { layout: 'staff' })
  }
}
