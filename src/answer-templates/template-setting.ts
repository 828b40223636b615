import { inLanguage } from '../regimes/index.ts'
import type { Saying, Setting } from '../settings/index.ts'
import { answerTemplateShape, type AnswerTemplate } from './answer-template.ts'
import { keepers } from './template-policy.ts'
import { deleteTemplate, findTemplate, writeTemplate } from './template-store.ts'

export const answerTemplateSetting: Setting<AnswerTemplate> = {
  subject: 'answer_template',
  text: 'answer-templates.one',
  roles: keepers,
  schema: answerTemplateShape,
  find: findTemplate,
  async write(tx, { administrationId }, id, template) {
    if (template === null) await deleteTemplate(tx, administrationId, id)
    else await writeTemplate(tx, administrationId, template)
  },
  say(template, saying) {
    const { t } = saying
    return {
      name: template.name,
      facts: [
        { label: t('answer-templates.name'), text: template.name },
        { label: t('answer-templates.body'), text: template.body },
        { label: t('answer-templates.measures'), text: template.measures },
        { label: t('answer-templates.for_which'), text: forWhich(template, saying) },
      ],
    }
  },
}

/** "Queja · Predial · español", or that it is for all. */
export function forWhich(template: AnswerTemplate, { t, lang, book }: Saying): string {
  const kinds = template.kinds.map((code) => {
    const kind = book.regime.kinds.find((each) => each.code === code)
    return inLanguage(kind?.label, lang) ?? code
  })
  const services = template.serviceIds.map((id) => book.names.get(id) ?? '')
  const language = template.language ? [languageName(template.language, lang)] : []
  const said = [kinds.join(', '), services.join(', '), ...language].filter((text) => text !== '')
  return said.join(' · ') || t('answer-templates.for_all')
}

export function languageName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
}
