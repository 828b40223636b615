import { randomUUID } from 'node:crypto'
import { noErrors, type FormErrors } from '../../../platform/web/index.ts'
import { corruptionRulesOn, inLanguage } from '../../../regimes/index.ts'
import { readersFor, type Directory } from '../../sealing/index.ts'
import { limits, type TypedReport } from '../report-form.ts'
import { doorUrl } from '../../urls.ts'
import type { Visit } from '../visit.ts'

const NOBODY_OUT = { marks: { members: [], people: [], units: [], words: [] }, struck: [] }

/** A page of its own, for whoever has no script. */
export function formPage(
  visit: Visit,
  directory: Directory,
  typed: Partial<TypedReport>,
  errors?: FormErrors,
) {
  return {
    title: visit.t('door.page_title'),
    backUrl: doorUrl(visit.slug),
    action: `${doorUrl(visit.slug)}?lang=${visit.lang}`,
    form: formView(visit, directory, typed, errors),
  }
}

/** The form with everything on one page; the journey of the script shows its parts one at a time. */
export function formView(
  visit: Visit,
  directory: Directory,
  typed: Partial<TypedReport> = {},
  errors: FormErrors = noErrors,
) {
  const { rules, t } = visit
  const { readers } = readersFor(directory, NOBODY_OUT)
  const alternate = directory.members.find(({ role }) => role === 'alternate_authority')
  return {
    key: randomUUID(),
    typed: { ...untouched(readers), ...typed },
    errors: errors.fields,
    errorList: errors.summary,
    limits,
    identityNote: identityNote(visit),
    units: rules.units.map(({ unitId, name }) => ({ value: unitId, text: name })),
    readers: readers.map(({ id, name, role }) => ({
      value: id,
      text: name,
      hint: { text: t(`door.roles.${role}`) },
    })),
    alternate: alternate && alternate.id !== readers[0]?.id ? alternate.name : null,
  }
}

function untouched(readers: readonly { id: string }[]): TypedReport {
  return {
    narration: '',
    place: '',
    when: '',
    involved: '',
    units: [],
    reprisal: 'none',
    reprisalWords: '',
    protection: [],
    identity: 'anonymous',
    names: '',
    contact: '',
    readers: readers.map(({ id }) => id),
  }
}

/** Where the law lets nobody ask for a name, the page says so in the words of the law. */
function identityNote({ rules, day, lang }: Visit): string | null {
  const { corruption } = rules.regime
  const release = corruption && corruptionRulesOn(corruption, day).identityRelease
  return release && !release.allowed && release.refusal ? inLanguage(release.refusal, lang) : null
}
