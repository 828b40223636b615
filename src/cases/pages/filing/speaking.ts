import { spokenLanguagesOf } from '../../../administrations/index.ts'
import { inLanguage, sayLanguage } from '../../../regimes/index.ts'
import { SUPPORT_NEEDS, type FilingInput, type SupportNeed } from '../../filing.ts'
import type { AnswersGiven, FilingAnswers } from '../../filing-answers.ts'
import type { Typed } from '../typed-in.ts'
import type { AnswerRow } from './step.ts'
import type { Visit } from './visit.ts'

/** The part of the question about the answer that asks how to speak with the person: all of it optional. */

const fieldOf = (need: SupportNeed) => `need_${need}`

export const FIELDS: readonly string[] = ['spokenLanguage', ...SUPPORT_NEEDS.map(fieldOf)]

export function fill({ spokenLanguage, supportNeeds = [] }: FilingAnswers): Typed {
  const needs = SUPPORT_NEEDS.map((need) => [
    fieldOf(need),
    supportNeeds.includes(need) ? 'yes' : '',
  ])
  return { spokenLanguage: spokenLanguage ?? '', ...(Object.fromEntries(needs) as Typed) }
}

export function read(
  typed: Typed,
  visit: Visit,
): Pick<AnswersGiven, 'spokenLanguage' | 'supportNeeds'> {
  const needs = SUPPORT_NEEDS.filter((need) => typed[fieldOf(need)] === 'yes')
  const spoken = languagesOf(visit).find(({ code }) => code === typed['spokenLanguage'])
  return { spokenLanguage: spoken?.code ?? null, supportNeeds: needs.length > 0 ? needs : null }
}

export function tell(
  { spokenLanguage, supportNeeds }: FilingAnswers,
  reached: object | undefined,
): Pick<FilingInput, 'spokenLanguage' | 'person'> {
  return {
    ...(spokenLanguage && { spokenLanguage }),
    ...((reached || supportNeeds) && {
      person: { ...reached, ...(supportNeeds && { supportNeeds: [...supportNeeds] }) },
    }),
  }
}

export function show(visit: Visit) {
  return {
    spoken: languagesOf(visit).map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, visit.language),
    })),
    needs: SUPPORT_NEEDS.map((need) => ({
      name: fieldOf(need),
      text: visit.t(`filing.support.needs.${need}`),
    })),
  }
}

/** Nothing asked for, nothing shown. */
export function rows({ answers, rules, language, t }: Visit): AnswerRow[] {
  const { spokenLanguage, supportNeeds = [] } = answers
  return [
    ...(spokenLanguage
      ? [{ row: 'spoken_language', value: sayLanguage(rules.regime, spokenLanguage, language) }]
      : []),
    ...(supportNeeds.length > 0
      ? [
          {
            row: 'support_needs',
            value: supportNeeds.map((need) => t(`filing.support.needs.${need}`)).join('\n'),
          },
        ]
      : []),
  ]
}

function languagesOf({ rules, day }: Visit) {
  return spokenLanguagesOf(rules, day)
}
