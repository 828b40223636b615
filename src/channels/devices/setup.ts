import { createHash } from 'node:crypto'
import {
  getBookRulesById,
  spokenLanguagesOf,
  type BookRules,
  type Service,
} from '../../administrations/index.ts'
import { ANSWER_BY, DESCRIPTION_LIMIT, SUPPORT_NEEDS } from '../../cases/index.ts'
import { canonicalJson, type Json } from '../../ledger/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { toBase64url } from '../../platform/hpke/index.ts'
import { findText, openKinds, rulesOn, type TextKey } from '../../regimes/index.ts'
import { findSurveyAt, lastDayOf, LONGEST_COMMENT, segmentField } from '../../surveys/index.ts'
import type { System } from '../../system.ts'
import { sealedDoorCode } from '../posters/index.ts'
import { deviceState, type Device } from './device.ts'
import { MAX_FILE_BYTES, MOST_FILES } from './envelope.ts'
import { CURRENT_TABLET_KEY, tabletKey } from './tablet-key.ts'

/** A person who went away leaves nothing for the next one to read. */
const IDLE_SECONDS = 60

/** Everything that a tablet needs to work alone; its version changes with whatever is in it. */
export async function setupOf(system: System, device: Device, now: Date) {
  const rules = await getBookRulesById(system, device.administrationId, now)
  const day = localDate(now, rules.administration.timeZone)
  const setup = {
    device: deviceSetup(device, day),
    administration: administrationSetup(rules),
    centre: centreSetup(rules, device),
    languages: rules.administration.languages,
    ...rulesSetup(rules, device, day),
    answerWays: ANSWER_BY.filter((way) => way !== 'sms' || system.texts !== null),
    supportNeeds: SUPPORT_NEEDS,
    survey: await surveySetup(system, device, day),
    texts: textsSetup(rules, device, day),
    corruptionUrl: sealedDoorCode(system, rules.administration.slug).address,
    statusUrl: new URL('/seguimiento', system.config.baseUrl).href,
    key: {
      id: String(CURRENT_TABLET_KEY),
      publicKey: toBase64url(
        tabletKey(system, device.administrationId, CURRENT_TABLET_KEY).publicKey,
      ),
    },
    limits: { descriptionLength: DESCRIPTION_LIMIT, files: MOST_FILES, fileBytes: MAX_FILE_BYTES },
    idleSeconds: IDLE_SECONDS,
  }
  return { ...setup, version: versionOf(setup) }
}

/** How far it has counted is no part of it: the tablet knows better. */
function versionOf({ device, ...rest }: { device: { lastSequence: number } }): string {
  const { lastSequence: _, ...stable } = device
  // as it will be sent: without what is not there
  const told = JSON.parse(JSON.stringify({ device: stable, ...rest })) as Json
  return createHash('sha256').update(canonicalJson(told)).digest('base64url').slice(0, 16)
}

function deviceSetup(device: Device, day: PlainDate) {
  return {
    id: device.deviceId,
    code: device.code,
    name: device.name,
    endsOn: device.endsOn,
    quotaPerDay: device.quotaPerDay,
    state: deviceState(device, day),
    lastSequence: device.lastSequence,
  }
}

function administrationSetup({ administration }: BookRules) {
  const { slug, name, bookCode, timeZone, theme, contact, demo } = administration
  return { slug, name, bookCode, timeZone, theme, contact, demo }
}

function centreSetup({ centres }: BookRules, { centreId }: Device) {
  const centre = centres.find((each) => each.centreId === centreId)
  return centre ? { slug: centre.slug, name: centre.name } : null
}

function rulesSetup(rules: BookRules, { centreId }: Device, day: PlainDate) {
  const { regime, authorisations } = rules
  return {
    kinds: openKinds(regime, authorisations, day).map(({ code, label, example, requires }) => ({
      code,
      label,
      example,
      requires,
    })),
    services: servicesOf(rules, centreId).map(({ slug, name }) => ({ slug, name })),
    motives: rulesOn(regime.motives, day).map(({ code, label, parent, suggestsCorruption }) => ({
      code,
      label,
      ...(parent !== undefined && { parent }),
      suggestsCorruption,
    })),
    signals: rulesOn(regime.signals, day).map(({ signal, words, notIn }) => ({
      signal,
      words,
      notIn,
    })),
    documentTypes: rulesOn(regime.documentTypes, day).map(({ code, label, pattern }) => ({
      code,
      label,
      ...(pattern !== undefined && { pattern }),
    })),
    kindWords: rulesOn(regime.kindWords, day).map(({ kind, words }) => ({ kind, words })),
    officials: officialsOf(rules, centreId),
    spokenLanguages: spokenLanguagesOf(rules, day).map(({ code, label }) => ({ code, label })),
  }
}

function servicesOf({ centres, services }: BookRules, centreId: string): Service[] {
  const ids = centres.find((each) => each.centreId === centreId)?.serviceIds ?? []
  return services.filter(({ serviceId }) => ids.includes(serviceId))
}

/** Those of the office, and those who belong to none, as on the web. */
function officialsOf({ officials }: BookRules, own: string) {
  return officials
    .filter(({ centreId }) => centreId === null || centreId === own)
    .map(({ officialId, name, post }) => ({ id: officialId, name, post }))
}

/** What is asked apart from any case; null while no campaign asks at the office by its tablet. */
async function surveySetup({ db }: System, device: Device, today: PlainDate) {
  const found = await findSurveyAt(db, device, { channel: 'tablet', today })
  if (!found) return null
  const { campaign, instrument } = found
  const { minutes, overall, resolved, drivers, segments, comment } = instrument
  return {
    code: campaign.code,
    endsOn: lastDayOf(campaign),
    minutes,
    overall: overall.text,
    resolved: resolved.text,
    drivers,
    segments: segments.map(({ code, text, options }) => ({
      field: segmentField(code),
      text,
      options,
    })),
    comment: { ...comment, longest: LONGEST_COMMENT },
  }
}

const KEYS: readonly TextKey[] = ['privacy_notice_short', 'danger_help', 'corruption_door']

function textsSetup({ regime }: BookRules, { greeting }: Device, day: PlainDate) {
  const texts = KEYS.flatMap((key) => {
    const found = findText(regime, key, day)
    return found ? [[key, found.text] as const] : []
  })
  // the office writes its own words once, in the languages that it wants
  return { ...Object.fromEntries(texts), attract: greeting && { es: greeting, en: greeting } }
}
