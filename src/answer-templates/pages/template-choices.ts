import type { StaffVisit } from '../../people/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import { FIELDS } from '../fill-template.ts'
import { languageName } from '../template-setting.ts'

/** What a template may be for, and what may stand in it. */
export function templateChoices(
  { book, t, lang }: StaffVisit,
  ticked: { kinds: readonly string[]; serviceIds: readonly string[] },
) {
  return {
    kindItems: book.regime.kinds.map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
    serviceItems: book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    languageItems: [
      { value: '', text: t('answer-templates.any_language') },
      ...book.administration.languages.map((code) => ({
        value: code,
        text: languageName(code, lang),
      })),
    ],
    ticked,
    fields: FIELDS.map((name) => ({
      name: `{{${t(`answer-templates.field_names.${name}`)}}}`,
      means: t(`answer-templates.fields.${name}`),
    })),
  }
}
