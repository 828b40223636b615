import { z } from 'zod'
import {
  deleteOwnTerm,
  insertOwnTerms,
  listOwnTerms,
  sayTerm,
  touchAdministration,
  type OwnTerm,
} from '../../administrations/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { Saying, Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'
import { unlessInForce } from './unless-in-force.ts'

const ownTermShape: z.ZodType<OwnTerm> = z.object({
  step: z.string(),
  kind: z.string(),
  days: z.number(),
  unit: z.enum(['business', 'calendar', 'months']),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  source: z.string(),
})

/** In an id, which the log keeps, for every kind. */
const ANY = '+'

/** A step, a kind and a day have one term. */
export function ownTermId({ step, kind, validFrom }: OwnTerm): string {
  return [step, kind === '*' ? ANY : kind, validFrom].join('/')
}

/** How long a step takes here from a day on; taken back until that day. */
export const ownTermSetting: Setting<OwnTerm> = {
  subject: 'own_term',
  text: 'own-rules.term.one',
  roles: setters,
  schema: ownTermShape,
  async find(db, administrationId, id) {
    const terms = await listOwnTerms(db, administrationId)
    return terms.find((term) => ownTermId(term) === id) ?? null
  },
  async write(tx, deed, id, term) {
    const { administrationId } = deed
    const [step = '', known = '', validFrom = ''] = id.split('/')
    const kind = known === ANY ? '*' : known
    await unlessInForce(tx, deed, validFrom, term === null)
    if (term === null) await deleteOwnTerm(tx, administrationId, { step, kind, validFrom })
    else await insertOwnTerms(tx, administrationId, [term])
    await touchAdministration(tx, administrationId)
  },
  say(term, saying) {
    const { t, lang } = saying
    const name = sayWhatFor(term, saying)
    const facts = [
      { label: t('installation.terms.term'), text: sayTerm(term, t) },
      { label: t('installation.terms.from'), text: formatDate(term.validFrom, lang) },
      {
        label: t('own-rules.until'),
        text: term.validUntil ? formatDate(term.validUntil, lang) : '',
      },
      { label: t('installation.terms.document'), text: term.source },
    ]
    return { name, facts }
  },
}

/** "Respuesta, Queja" */
export function sayWhatFor({ step, kind }: OwnTerm, { t, lang, book }: Saying): string {
  const known = book.regime.kinds.find(({ code }) => code === kind)
  const kinds = known ? inLanguage(known.label, lang) : t('installation.terms.all_kinds')
  return `${t(`installation.step.${step}`)}: ${kinds}`
}
