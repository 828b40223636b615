import type { BookRules } from '../../../administrations/index.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { asset } from '../../../platform/web/index.ts'
import { inLanguage, type Localized } from '../../../regimes/index.ts'
import type { Office } from '../../office.ts'
import { REPORT_STATES } from '../report-states.ts'
import { reportTone } from '../api/report-tone.ts'
import { dialogueUrl } from '../../urls.ts'
import { roomUrl } from '../urls.ts'
import { scriptTexts } from './script-texts.ts'

interface Choice {
  code: string
  label: Localized
}

/** What the page carries for its script, so that it asks for nothing but boxes. */
export function roomView(
  office: Office,
  book: BookRules,
  { t, lang, baseUrl }: { t: T; lang: string; baseUrl: string },
) {
  const { rules } = office
  const items = (choices: readonly Choice[]) =>
    choices.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) }))
  const lists = {
    outcomes: items(rules.outcomes),
    categories: items(rules.categories),
    receivers: items(rules.receivers),
    measures: items(rules.measures),
  }
  return {
    title: t('officers.title'),
    states: REPORT_STATES.filter((state) => state !== 'received').map((state) => ({
      value: state,
      tone: reportTone(state),
      text: t(`report-states.state.${state}`),
    })),
    lists,
    followAddress: new URL(dialogueUrl(office.slug), baseUrl).href,
    admissible: inLanguage(rules.admissible.note, lang),
    setup: {
      api: roomUrl(office.slug),
      language: lang,
      labels: Object.values(lists).flat(),
      people: book.officials.map(({ officialId, name, post }) => ({
        id: officialId,
        name: `${name}, ${post}`,
      })),
      units: book.units.map(({ unitId, name }) => ({ id: unitId, name })),
      copies: rules.receivers
        .filter(({ copyOfProtection }) => copyOfProtection)
        .map(({ label }) => inLanguage(label, lang))
        .join('; '),
      admissible: inLanguage(rules.admissible.note, lang),
      opener: asset('sealed/alone/open-package.js'),
      texts: scriptTexts(lang, 'officers'),
    },
  }
}
