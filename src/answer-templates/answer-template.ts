import { z } from 'zod'

/** A text with which answers begin, and for which cases. Plain JSON, so that its versions can be kept. */
export const answerTemplateShape = z.strictObject({
  templateId: z.uuid(),
  name: z.string().min(1),
  body: z.string().min(1),
  measures: z.string(),
  /** Empty: for every kind. */
  kinds: z.array(z.string()),
  /** Empty: for every service. */
  serviceIds: z.array(z.uuid()),
  /** Null: for every language. */
  language: z.string().nullable(),
})
export type AnswerTemplate = z.infer<typeof answerTemplateShape>

export interface TemplateUse {
  used: number
  lastUsedAt: Date
}

export type UsedTemplate = AnswerTemplate & { use: TemplateUse | null }

/** Those that fit a case; the ones made for its service first, then for its kind, then by name. */
export function templatesFor<T extends AnswerTemplate>(
  templates: readonly T[],
  about: { kind: string; serviceId: string | null; language: string },
): T[] {
  const fits = ({ kinds, serviceIds, language }: AnswerTemplate) =>
    (kinds.length === 0 || kinds.includes(about.kind)) &&
    (serviceIds.length === 0 || serviceIds.includes(about.serviceId ?? '')) &&
    (language === null || language === about.language)
  const closeness = ({ kinds, serviceIds }: AnswerTemplate) =>
    (serviceIds.length > 0 ? 2 : 0) + (kinds.length > 0 ? 1 : 0)
  return templates
    .filter(fits)
    .toSorted(
      (one, other) => closeness(other) - closeness(one) || one.name.localeCompare(other.name),
    )
}
