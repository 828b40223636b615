import { effectiveTerm, sayHours, sayTerm, type BookRules } from '../../../administrations/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { translator, type T } from '../../../platform/i18n/index.ts'
import { findText, inLanguage, openKinds, type KindRule } from '../../../regimes/index.ts'
import { isSealed, type LinkTarget } from '../poster-link.ts'
import type { Fact, PosterWords } from './poster.ts'

interface Telling {
  target: LinkTarget
  rules: BookRules
  day: PlainDate
  lang: string
  t: T
}

/** What a poster says in one language, from the rules that hold on the day on which it is printed. */
export function posterWords(
  target: LinkTarget,
  rules: BookRules,
  day: PlainDate,
  lang: string,
): PosterWords {
  const telling = { target, rules, day, lang, t: translator(lang) }
  return isSealed(target) ? sealedWords(telling) : ordinaryWords(telling)
}

function ordinaryWords(telling: Telling): PosterWords {
  const { target, rules, day, lang, t } = telling
  const kind = kindsOf(telling).find(({ code }) => code === target.kind)
  const service = target.serviceId === null ? null : (rules.names.get(target.serviceId) ?? null)
  const notice = findText(rules.regime, 'poster_notice', day)
  return {
    lang,
    heading: kind
      ? t('channels-posters.poster.heading_kind', { kind: inLanguage(kind.label, lang) })
      : t('channels-posters.poster.heading'),
    lead: service ?? (kind ? inLanguage(kind.example, lang) : t('channels-posters.poster.lead')),
    short: t('channels-posters.poster.short'),
    scan: t('channels-posters.poster.scan'),
    type: t('channels-posters.poster.type'),
    facts: [answerFact(telling), hoursFact(telling), costFact(telling)].filter(
      ({ lines }) => lines.length > 0,
    ),
    help: t('channels-posters.poster.help'),
    notice: notice ? inLanguage(notice.text, lang) : null,
  }
}

/** Kinds that take as long are named together; one term for all needs no names. */
function answerFact(telling: Telling): Fact {
  const { rules, day, lang, t } = telling
  const terms = new Map<string, string[]>()
  for (const { code, label } of kindsOf(telling)) {
    const term = effectiveTerm(rules, 'answer', code, day)
    if (!term) continue
    const said = sayTerm(term, t)
    terms.set(said, [...(terms.get(said) ?? []), inLanguage(label, lang)])
  }
  const lines = [...terms].map(([term, kinds]) =>
    terms.size === 1
      ? t('administrations.kinds.answered', { term })
      : t('channels-posters.poster.answer_kinds', { kinds: kinds.join(', '), term }),
  )
  return { title: t('channels-posters.poster.answer'), lines }
}

/** Those of which the poster speaks and that are answered: one, or all that may be filed. */
function kindsOf({ target, rules, day }: Telling): KindRule[] {
  const open = openKinds(rules.regime, rules.authorisations, day)
  const one = open.filter(({ code }) => code === target.kind)
  return one.length > 0 ? one : open.filter(({ answeredBy }) => answeredBy !== 'forwarded')
}

function hoursFact({ target, rules, lang, t }: Telling): Fact {
  const centre = rules.centres.find(({ centreId }) => centreId === target.centreId)
  const { phone } = rules.administration.contact
  return centre
    ? { title: t('channels-posters.poster.hours'), lines: sayHours(centre.hours, lang, t) }
    : { title: t('channels-posters.poster.phone'), lines: phone ? [phone] : [] }
}

function costFact({ t }: Telling): Fact {
  return {
    title: t('channels-posters.poster.free'),
    lines: [t('channels-posters.poster.free_text')],
  }
}

/** Nothing of terms and hours: what counts here is from where and how somebody dares to. */
function sealedWords({ rules, lang, t }: Telling): PosterWords {
  const [outside] = rules.administration.contact.corruption
  const reached = outside && [outside.name, outside.phone ?? outside.email ?? ''].filter(Boolean)
  const fact = (name: string): Fact => ({
    title: t(`channels-posters.sealed_poster.${name}`),
    lines: [t(`channels-posters.sealed_poster.${name}_text`)],
  })
  return {
    lang,
    heading: t('channels-posters.sealed_poster.heading'),
    lead: t('channels-posters.sealed_poster.lead'),
    short: t('channels-posters.sealed_poster.short'),
    scan: t('channels-posters.sealed_poster.scan'),
    type: t('channels-posters.poster.type'),
    facts: [fact('nameless'), fact('place'), fact('words')],
    help: t('channels-posters.sealed_poster.help'),
    notice: reached
      ? t('channels-posters.sealed_poster.outside', { channel: reached.join(', ') })
      : null,
  }
}
