import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import type { Notice } from '../../notices/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { translator, type T } from '../../platform/i18n/index.ts'
import {
  getRegimeVersion,
  inLanguage,
  type Localized,
  type RegimeFile,
} from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import type { Case } from '../case.ts'
import { getCaseById } from '../case-store.ts'
import { followUrl, staffCaseUrl } from '../case-urls.ts'
import type { PersonCase, StaffCase } from './case-emails.ts'

/** The case of a letter as it stands when the letter leaves, not as it stood when it was queued. */
export interface LetterCase {
  system: System
  notice: Notice
  item: Case
  book: BookRules
  /** The one that the case was filed under. */
  regime: RegimeFile
  today: PlainDate
  t: T
}

export async function getLetterCase(system: System, notice: Notice): Promise<LetterCase> {
  const { administrationId, caseId, language } = notice
  if (caseId === null) throw new NotFound()
  const now = system.clock()
  const item = await getCaseById(system.db, administrationId, caseId)
  const book = await getBookRulesById(system, administrationId, now)
  const regime = await getRegimeVersion(system.db, item.regimeCode, item.regimeVersion)
  const today = localDate(now, book.administration.timeZone)
  return { system, notice, item, book, regime, today, t: translator(language) }
}

export function inLetterLanguage({ notice }: LetterCase, text: Localized): string {
  return inLanguage(text, notice.language)
}

export function personCase(letter: LetterCase): PersonCase {
  return {
    caseNumber: letter.item.caseNumber,
    kindLabel: kindLabel(letter),
    followUrl: new URL(followUrl, letter.system.config.baseUrl).href,
  }
}

export function staffCase(letter: LetterCase): StaffCase {
  const { item, book, system } = letter
  const path = staffCaseUrl(book.administration.slug, item.caseNumber)
  return {
    caseNumber: item.caseNumber,
    kindLabel: kindLabel(letter),
    dueOn: item.dueOn,
    caseUrl: new URL(path, system.config.baseUrl).href,
  }
}

function kindLabel(letter: LetterCase): string {
  const rule = letter.regime.kinds.find(({ code }) => code === letter.item.kind)
  return rule ? inLetterLanguage(letter, rule.label) : letter.item.kind
}
