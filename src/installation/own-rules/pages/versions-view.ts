import { sayTerm, type OwnTerm } from '../../../administrations/index.ts'
import type { RulesInUse } from '../../../cases/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import type { RegimeVersion } from '../../../regimes/index.ts'
import type { Room } from '../../pages/room.ts'
import { kindName } from '../../pages/rules-view.ts'
import { ownTermId, sayWhatFor } from '../own-term-setting.ts'
import type { TermDifference } from '../term-differences.ts'

interface ToShow {
  regimes: readonly RegimeVersion[]
  inUse: readonly RulesInUse[]
  versions: ReadonlyMap<string, number>
  differences: readonly TermDifference[]
}

export function versionsView(room: Room, { regimes, inUse, versions, differences }: ToShow) {
  const { book, today, t, lang } = room
  const openUnder = (wanted: number) =>
    inUse
      .filter(({ regimeVersion }) => regimeVersion === wanted)
      .reduce((sum, { open }) => sum + open, 0)
  const stateOf = (from: PlainDate, isCurrent: boolean) =>
    t(`own-rules.state.${from > today ? 'to_come' : isCurrent ? 'in_force' : 'past'}`)
  return {
    regimes: regimes.map(({ version, validFrom, source }) => ({
      name: t('own-rules.version', { version }),
      from: formatDate(validFrom, lang),
      state: stateOf(validFrom, version === book.regime.version),
      open: t('own-rules.open', { count: openUnder(version) }),
      source,
    })),
    differences: differences.map(({ step, kind, before, after }) => ({
      what: `${t(`installation.step.${step}`)}: ${kindName(room, kind)}`,
      before: sayTerm(before, t),
      after: sayTerm(after, t),
    })),
    terms: book.ownTerms
      .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))
      .map((term) => ({
        id: ownTermId(term),
        version: versions.get(ownTermId(term)) ?? 0,
        what: sayWhatFor(term, room),
        term: sayTerm(term, t),
        from: formatDate(term.validFrom, lang),
        state: stateOf(term.validFrom, isTheNewest(term, book.ownTerms, today)),
        source: term.source,
        mayTakeBack: term.validFrom > today,
      })),
  }
}

/** Nothing newer about the same began, and its own end has not come. */
function isTheNewest(term: OwnTerm, terms: readonly OwnTerm[], today: PlainDate): boolean {
  const newer = terms.some(
    ({ step, kind, validFrom }) =>
      step === term.step && kind === term.kind && validFrom > term.validFrom && validFrom <= today,
  )
  return !newer && (term.validUntil === null || term.validUntil >= today)
}
