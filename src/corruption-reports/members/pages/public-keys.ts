import { Router } from 'express'
import type { T } from '../../../platform/i18n/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import {
  addRoutes,
  anyone,
  listSealedScripts,
  render,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { openVisit } from '../../door/visit.ts'
import { findDirectory, type KnownDirectory } from '../../known-directory.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { doorUrl, proofsUrl } from '../../urls.ts'
import { commitmentKeysOf } from '../../retention/close-weeks.ts'
import { memberRoles, toBase64url } from '../../sealing/index.ts'

/** For anybody: the fingerprint to compare, who holds keys, and the scripts that use them. Prints as a poster. */
export function publicKeyRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [['get', '/:slug/denuncia/llaves', anyone, showPublicKeys(system)]])
  return router
}

function showPublicKeys(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!visit.rules.regime.corruption) throw new NotFound()
    const sealed = requireSealed(system)
    const known = await inSealedTransaction(sealed, visit.administrationId, findDirectory)
    const { t } = visit
    const view = {
      title: t('key-directory.title'),
      backUrl: doorUrl(visit.slug),
      proofsUrl: `${proofsUrl(visit.slug)}?lang=${visit.lang}`,
      proofsKey: toBase64url(commitmentKeysOf(system.secrets).publicKey),
      fingerprint: known?.directory.fingerprint ?? null,
      groups: known ? groupsOf(t, known) : [],
      history: known ? historyOf(t, known) : [],
      scripts: await listSealedScripts(),
    }
    render(response, 'corruption-reports/members/public-keys', view)
  }
}

function groupsOf(t: T, { directory }: KnownDirectory) {
  return memberRoles.map((role) => ({
    title: t(`key-directory.groups.${role}.title`),
    text: t(`key-directory.groups.${role}.text`),
    names: directory.members.filter((one) => one.role === role).map(({ name }) => name),
  }))
}

function historyOf(t: T, { entries }: KnownDirectory) {
  return entries.map(({ seq, day, admitted, retired }) => ({
    seq,
    day,
    text: t('key-directory.change', { admitted: admitted.length, retired: retired.length }),
  }))
}
