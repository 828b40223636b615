import {
  staffCaseUrl,
  type AsideGroup,
  type CaseAction,
  type TellOfCase,
} from '../../../cases/index.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { askAll, type Told } from '../ask.ts'
import type { Suggestion } from '../suggest.ts'
import { CASE_TASKS, type CaseTask } from '../task.ts'

type At = Parameters<TellOfCase>[0]

/** In which step each is confirmed, and what its form calls it. */
const CONFIRMED_BY: Record<CaseTask, { action: CaseAction; form: string; field: string }> = {
  kind: { action: 'reclassify', form: 'clasificacion', field: 'kind' },
  service: { action: 'reclassify', form: 'clasificacion', field: 'service' },
  motive: { action: 'reclassify', form: 'clasificacion', field: 'motive' },
  unit: { action: 'assign', form: 'asignacion', field: 'unit' },
  urgent: { action: 'assign', form: 'asignacion', field: 'priority' },
}
/** A second or third that is less likely only distracts. */
const LEAST_SHOWN = 0.1
const URGENT = '2'
/** In hundredths: it may always be wrong. */
const SUREST = 99

/** Beside a case that waits for triage: what it probably is, why, and how often that was right. */
export function tellSuggestions(system: System): TellOfCase {
  return async (at) => {
    const tasks = CASE_TASKS.filter((task) => at.allowed.includes(CONFIRMED_BY[task].action))
    if (tasks.length === 0) return null
    const { administrationId, language } = at.item
    const told = await askAll(system, tasks, {
      administrationId,
      text: { text: at.text, language },
    })
    const groups = tasks.flatMap((task) => groupOf(task, told.get(task), at))
    if (groups.length === 0) return null
    const { t } = at
    return {
      id: 'sugerencias',
      title: t('suggestions.title'),
      intro: t('suggestions.intro'),
      groups,
    }
  }
}

function groupOf(task: CaseTask, told: Told | undefined, at: At): AsideGroup[] {
  if (!told || 'silent' in told) return []
  const { suggestions, from } = told
  const { t, lang } = at
  if (task === 'urgent' && !isNewlyUrgent(suggestions, at)) return []
  const lines = suggestions
    .filter(({ probability }, place) => place === 0 || probability >= LEAST_SHOWN)
    .slice(0, task === 'urgent' ? 1 : suggestions.length)
    .flatMap((suggestion) => lineOf(task, suggestion, at))
  if (lines.length === 0) return []
  const { first, heldOut, mostFrequent } = from.measure
  return [
    {
      title: t(`suggestions.task.${task}`),
      lines,
      note: t('suggestions.measured', {
        right: formatNumber(100 * first, lang),
        count: formatNumber(heldOut, lang),
        least: formatNumber(100 * mostFrequent, lang),
      }),
    },
  ]
}

function isNewlyUrgent([first]: readonly Suggestion[], { item }: At): boolean {
  return first?.code === 'yes' && item.priority < Number(URGENT)
}

function lineOf(task: CaseTask, { code, probability, words }: Suggestion, at: At) {
  const { t, lang, slug, item, trail } = at
  const found = nameOf(task, code, at)
  if (!found) return []
  const { form, field } = CONFIRMED_BY[task]
  const query = new URLSearchParams({
    [field]: found.value,
    ...(trail !== null && { lista: trail }),
  })
  const says = words.length > 0 ? 'because' : 'unexplained'
  return [
    {
      text: found.name,
      href: found.isSo
        ? null
        : `${staffCaseUrl(slug, item.caseNumber)}/${form}?${query.toString()}`,
      detail: [
        t(`suggestions.${says}`, {
          probability: formatNumber(Math.min(SUREST, 100 * probability), lang),
          words: words.join(', '),
        }),
        ...(found.isSo ? [t('suggestions.already_so')] : []),
      ].join(' '),
    },
  ]
}

/** As people call it; what is no longer in force is not suggested. */
function nameOf(task: CaseTask, code: string, { book, item, lang, t }: At) {
  if (task === 'urgent') return { name: t('suggestions.urgent'), value: URGENT, isSo: false }
  if (task === 'unit') {
    const unit = book.units.find(({ unitId }) => unitId === code)
    return unit && { name: unit.name, value: unit.slug, isSo: item.unitId === code }
  }
  if (task === 'service') {
    const service = book.services.find(({ serviceId }) => serviceId === code)
    return service && { name: service.name, value: service.slug, isSo: item.serviceId === code }
  }
  const rules = task === 'kind' ? book.regime.kinds : book.regime.motives
  const rule = rules.find((each) => each.code === code)
  const name = inLanguage(rule?.label, lang)
  const isSo = task === 'kind' ? item.kind === code : item.motives[0] === code
  return name ? { name, value: code, isSo } : null
}
