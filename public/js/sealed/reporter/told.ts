import type { Identity, Told } from '../../../../src/corruption-reports/sealing/index.ts'
import type { Say } from './speech.ts'

const field = (form: HTMLFormElement, name: string) => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What was told so far; what was left empty is left out. */
export function toldIn(form: HTMLFormElement, language: string): Told {
  const reprisal = field(form, 'reprisal') || 'none'
  const optional = {
    place: field(form, 'place'),
    when: field(form, 'when'),
    ...(reprisal !== 'none' && { reprisalWords: field(form, 'reprisalWords') }),
  }
  return {
    narration: field(form, 'narration'),
    language,
    reprisal,
    protection: field(form, 'protection') === 'asked',
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
  }
}

export function isNameGiven(form: HTMLFormElement): boolean {
  return field(form, 'identity') === 'given'
}

export function identityIn(form: HTMLFormElement): Identity | undefined {
  if (!isNameGiven(form)) return undefined
  return { names: field(form, 'names'), contact: field(form, 'contact') }
}

export interface ToldRow {
  step: string
  question: string
  answer: string
}

/** Everything once more, each with the step on which it can be changed. */
export function rowsToCheck(
  form: HTMLFormElement,
  { involved, files }: { involved: readonly string[]; files: readonly string[] },
  say: Say,
): ToldRow[] {
  const told = toldIn(form, '')
  const nothing = say('check.nothing')
  const join = (...parts: unknown[]) => parts.filter(Boolean).join('\n') || nothing
  const asked = told['protection'] ? say('reprisal.protection') : ''
  const name = isNameGiven(form)
    ? join(field(form, 'names'), field(form, 'contact'))
    : say('identity.anonymous')
  return [
    { step: 'what', question: say('what.title'), answer: join(told.narration) },
    { step: 'where', question: say('where.title'), answer: join(told['place'], told['when']) },
    { step: 'who', question: say('who.title'), answer: join(...involved, field(form, 'involved')) },
    { step: 'evidence', question: say('evidence.title'), answer: join(...files) },
    {
      step: 'reprisal',
      question: say('reprisal.title'),
      answer: join(say(`reprisal.${field(form, 'reprisal')}`), told['reprisalWords'], asked),
    },
    { step: 'identity', question: say('identity.title'), answer: name },
  ]
}
