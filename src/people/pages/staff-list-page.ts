import type { Response } from 'express'
import { languages, translator } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { appointList, type AppointedLine } from '../actions/appoint-list.ts'
import { grantableRoles } from '../grant-policy.ts'
import { roles } from '../roles.ts'
import {
  MOST_LINES,
  nameKey,
  readStaffList,
  type KnownNames,
  type ReadList,
} from '../staff-list.ts'
import { accountsUrl } from '../urls.ts'
import { viewGround } from './account-list.ts'
import type { ViewGround } from './person-view.ts'
import { typedIn } from './read-form.ts'

/** A whole staff at once: pasted, looked at line by line, then appointed. Nothing is kept in between. */
export function showStaffList(system: System): Page {
  return async (_request, response) => {
    send(response, await viewGround(system, response), { text: '' })
  }
}

export function takeStaffList(system: System): Page {
  return async (request, response) => {
    const ground = await viewGround(system, response)
    const { text, confirmed } = typedIn(request, ['text', 'confirmed'])
    const read = readStaffList(text, knownNames(ground))
    const isGood = read.lines.length > 0 && read.lines.length <= MOST_LINES
    if (confirmed !== 'yes' || !isGood || read.faults.length > 0) {
      return send(response, ground, { text, read })
    }
    const { staff, lang: language, day: validFrom } = ground
    const appointed = await appointList(system, staff, read.lines, { language, validFrom })
    sendAppointed(response, ground, appointed)
  }
}

/** Roles by their code and by their name in each language; places by their name. */
function knownNames({ places }: ViewGround): KnownNames {
  const ofRoles = roles.flatMap((role) => [
    [nameKey(role), role] as const,
    ...languages.map((lang) => [nameKey(translator(lang)(`people.roles.${role}`)), role] as const),
  ])
  const ofPlaces = places.flatMap(({ value, text, scope }) => [
    [nameKey(text), scope] as const,
    [nameKey(text.replace(/^[^:]*: /, '')), scope] as const,
    ...(value === 'all' ? [['', scope] as const] : []),
  ])
  return { roles: new Map(ofRoles), places: new Map(ofPlaces) }
}

function send(
  response: Response,
  { t, workplace, staff, places }: ViewGround,
  { text, read }: { text: string; read?: ReadList },
): void {
  const lines = read?.lines ?? []
  const tooMany = lines.length > MOST_LINES
  const view = {
    title: t('people.staff_list.title'),
    backUrl: accountsUrl(workplace.slug),
    action: `${accountsUrl(workplace.slug)}/lista`,
    text,
    most: MOST_LINES,
    tooMany,
    isRead: read !== undefined,
    faults: (read?.faults ?? []).map((faulty) => ({
      ...faulty,
      why: t(`people.staff_list.faults.${faulty.fault}`),
    })),
    lines: lines.map((line) => lineView(line, { t, places })),
    roles: grantableRoles(staff, workplace.administrationId).map((role) =>
      t(`people.roles.${role}`),
    ),
  }
  const isRefused = tooMany || view.faults.length > 0 || (read !== undefined && lines.length === 0)
  render(response, 'people/staff-list', view, { layout: 'staff', status: isRefused ? 422 : 200 })
}

function sendAppointed(
  response: Response,
  ground: ViewGround,
  appointed: readonly AppointedLine[],
): void {
  const { t, workplace } = ground
  const view = {
    title: t('people.staff_list.done'),
    accountsUrl: accountsUrl(workplace.slug),
    lines: appointed.map((line) => ({
      ...lineView(line, ground),
      oneTimePassword: line.oneTimePassword,
      outcome: t(`people.staff_list.outcomes.${line.outcome}`),
    })),
  }
  response.set('Cache-Control', 'no-store')
  render(response, 'people/staff-appointed', view, { layout: 'staff' })
}

function lineView(
  { line, name, email, role, scope }: ReadList['lines'][number],
  { t, places }: Pick<ViewGround, 't' | 'places'>,
) {
  const place = places.find(
    (known) => known.scope.centreId === scope.centreId && known.scope.unitId === scope.unitId,
  )
  return { line, name, email, role: t(`people.roles.${role}`), place: place?.text ?? '' }
}
