import { z } from 'zod'
import { touchAdministration } from '../administrations/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { Invalid } from '../platform/errors.ts'
import type { AnySetting, Setting } from '../settings/index.ts'
import { orderSetting } from './order-setting.ts'
import { bookNames } from './book-names.ts'
import { ruleSentence } from './rule-sentence.ts'
import { rulers } from './rule-policy.ts'
import { DESKS, type RoutingRule } from './routing-rule.ts'
import { deleteRule, findRule, upsertRule } from './routing-rule-store.ts'
import { SIGNALS } from './signals.ts'

/** Told by the book: whether a case says that the rule routed it. */
export type HasRouted = (db: Db, administrationId: string, ruleId: string) => Promise<boolean>

const texts = z.array(z.string())

const ruleShape: z.ZodType<RoutingRule> = z.object({
  ruleId: z.string(),
  name: z.string(),
  kinds: texts,
  centreIds: texts,
  serviceIds: texts,
  motives: texts,
  channels: texts,
  languages: texts,
  words: texts,
  exceptWords: texts,
  signals: z.array(z.enum(SIGNALS)),
  officialNamed: z.boolean().nullable(),
  desk: z.enum(DESKS),
  unitId: z.string().nullable(),
  priority: z.literal([0, 1, 2]),
  restricted: z.boolean(),
  assignAtOnce: z.boolean(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
})

/** One rule. One that is new comes behind all others. */
export const ruleSetting: Setting<RoutingRule> = {
  subject: 'routing_rule',
  text: 'routing.one',
  roles: rulers,
  schema: ruleShape,
  find: findRule,
  async write(tx, { administrationId }, id, rule) {
    await touchAdministration(tx, administrationId)
    if (rule === null) await deleteRule(tx, administrationId, id)
    else await upsertRule(tx, administrationId, rule)
  },
  say(rule, { t, lang, book }) {
    const sentence = ruleSentence(rule, { t, lang, names: bookNames(book, lang, t) })
    const facts = [
      { label: t('routing.form.name'), text: rule.name },
      { label: t('routing.says'), text: sentence },
      { label: t('routing.form.words'), text: rule.words.join(', ') },
      { label: t('routing.form.except_words'), text: rule.exceptWords.join(', ') },
    ]
    return { name: rule.name, facts }
  },
}

/** What of the routing is settled on screen. A rule that routed a case is switched off, never taken away. */
export function routingSettings(hasRouted: HasRouted): readonly AnySetting[] {
  const kept: Setting<RoutingRule> = {
    ...ruleSetting,
    async write(tx, deed, id, rule) {
      if (rule === null && (await hasRouted(tx, deed.administrationId, id))) {
        throw new Invalid([{ field: 'version', code: 'in_use', text: 'routing.has_routed' }])
      }
      await ruleSetting.write(tx, deed, id, rule)
    },
  }
  return [kept, orderSetting]
}
