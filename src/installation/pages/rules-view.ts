import { effectiveTerm, sayTerm, whyClosed } from '../../administrations/index.ts'
import {
  STEPS,
  closedKinds,
  findTerm,
  inLanguage,
  openKinds,
  rulesOn,
  type KindRule,
  type Step,
} from '../../regimes/index.ts'
import type { Room } from './room.ts'

/** The rules in force as their administrators see them, each with its source. */
export function rulesView(room: Room) {
  const { book, today, t, lang } = room
  const { regime, authorisations, administration } = book
  const open = openKinds(regime, authorisations, today)
  return {
    regime: {
      name: inLanguage(regime.name, lang),
      version: regime.version,
      validFrom: regime.validFrom,
      source: regime.source,
      note: regime.calendarNote ? inLanguage(regime.calendarNote, lang) : null,
    },
    isOpen: administration.openedAt !== null,
    missing: whyClosed(book, today).map((why) =>
      why.reason === 'term_missing'
        ? t('installation.closed.term_missing', {
            step: t(`installation.step.${why.step}`),
            kind: kindName(room, why.kind),
          })
        : t(`installation.closed.${why.reason}`),
    ),
    mayOpen: whyClosed(book, today).every(({ reason }) => reason === 'not_opened'),
    kinds: open.map((kind) => kindRow(room, kind)),
    closedKinds: closedKinds(regime, authorisations, today).map((kind) => ({
      label: inLanguage(kind.label, lang),
      code: kind.needsAuthorisation?.code ?? '',
      reason: kind.needsAuthorisation ? inLanguage(kind.needsAuthorisation.reason, lang) : '',
      source: kind.needsAuthorisation?.source ?? kind.source,
    })),
    terms: STEPS.flatMap((step) => termRows(room, step, open)),
    switchedOff: rulesOn(regime.transitions, today)
      .filter(({ allowed }) => !allowed)
      .flatMap(({ reason, source }) =>
        reason ? [{ reason: inLanguage(reason, lang), source }] : [],
      ),
  }
}

export function kindName({ book, lang }: Room, code: string): string {
  const kind = book.regime.kinds.find((known) => known.code === code)
  return kind ? inLanguage(kind.label, lang) : code
}

function kindRow({ t, lang }: Room, kind: KindRule) {
  return {
    label: inLanguage(kind.label, lang),
    requires: kind.requires
      .map((requirement) =>
        requirement
          .split('|')
          .map((pointer) => t(`installation.field.${pointer.split('/').at(-1) ?? ''}`))
          .join(t('installation.or')),
      )
      .join(', '),
    source: kind.source,
  }
}

/** One row for all kinds that have the same term. */
function termRows(room: Room, step: Step, kinds: readonly KindRule[]) {
  const { book, today, t } = room
  const rows = new Map<string, { kinds: string[]; term: string; own: boolean; source: string }>()
  for (const { code } of kinds) {
    const rule = findTerm(book.regime, step, code, today)
    if (!rule) continue
    const effective = effectiveTerm(book, step, code, today)
    const term = effective ? sayTerm(effective, t) : t('installation.terms.missing')
    const { source } = effective ?? rule
    const key = `${term} ${source}`
    const row = rows.get(key) ?? { kinds: [], term, own: effective !== rule, source }
    row.kinds.push(kindName(room, code))
    rows.set(key, row)
  }
  return [...rows.values()].map(({ kinds: names, ...row }) => ({
    step: t(`installation.step.${step}`),
    kinds: names.length === kinds.length ? t('installation.terms.all_kinds') : names.join(', '),
    ...row,
  }))
}
