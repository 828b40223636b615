import type { DirectoryEntry } from '../sealing/index.ts'
import { dialogueUrl, reportsApiUrl } from '../urls.ts'
import { doorTexts } from './door-texts.ts'
import type { DoorData, NamedPerson } from './page-data.ts'
import type { Visit } from './visit.ts'

export function doorData(visit: Visit, entries: readonly DirectoryEntry[]): DoorData {
  const { rules, slug, baseUrl, lang, day, administrationId } = visit
  return {
    administrationId,
    language: lang,
    api: reportsApiUrl(slug),
    followAddress: new URL(dialogueUrl(slug), baseUrl).href,
    directory: entries,
    units: rules.units.map(({ unitId, name }) => ({ id: unitId, name })),
    people: rules.officials.map(personOf),
    requires: rules.regime.corruption?.admissible.requires ?? [],
    day,
    texts: doorTexts(lang),
  }
}

function personOf(official: Visit['rules']['officials'][number]): NamedPerson {
  const { officialId, accountId, name, post, unitId } = official
  return { id: officialId, memberId: accountId, name, post, unitId }
}

/** Within a script element: nothing in it may end the element. */
export function asScriptData(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
