import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { PageModel } from '../../platform/web/index.ts'
import { findText, inLanguage, openKinds, type KindRule } from '../../regimes/index.ts'
import type { BookRules, Centre, Service } from '../book-rules.ts'
import { isOpen } from '../openness.ts'
import { effectiveTerm } from '../own-terms.ts'
import { sayTerm } from './say-rules.ts'
import { sayHours } from './say-hours.ts'

interface KindCard {
  label: string
  example: string
  /** Until when it is answered; null where the term is not known yet. */
  answered: string | null
}

interface CentreCard {
  name: string
  address: string | null
  hours: readonly string[]
  services: readonly ServiceLine[]
}

/** A service with what people ask before they come. */
interface ServiceLine {
  name: string
  facts: readonly string[]
}

interface FrontPage extends PageModel {
  name: string
  open: boolean
  newUrl: string
  followUrl: string
  corruptionUrl: string
  privacyUrl: string
  figuresUrl: string
  kinds: readonly KindCard[]
  steps: readonly { title: string; text: string }[]
  elsewhere: { text: string; url: string | null } | null
  centres: readonly CentreCard[]
  emergency: { number: string; href: string } | null
}

/** Said in one language, on one day. */
export interface Speech {
  lang: string
  t: T
  day: PlainDate
}

export function frontPageView(rules: BookRules, speech: Speech): FrontPage {
  const { administration, regime, authorisations } = rules
  const { slug, name } = administration
  const { t, day, lang } = speech
  const kinds = openKinds(regime, authorisations, day)
  const elsewhere = findText(regime, 'formal_claim_elsewhere', day)
  const [emergency] = administration.contact.emergency.phones
  return {
    title: t('administrations.front.title'),
    name,
    open: isOpen(rules, day),
    newUrl: `/${slug}/nuevo`,
    followUrl: '/seguimiento',
    corruptionUrl: `/${slug}/denuncia`,
    privacyUrl: `/${slug}/privacidad`,
    figuresUrl: `/${slug}/transparencia`,
    kinds: kinds.map((kind) => kindCard(kind, rules, speech)),
    steps: ['number', 'desk', 'answer', 'change'].map((step) => ({
      title: t(`administrations.steps.${step}.title`),
      text: t(`administrations.steps.${step}.text`),
    })),
    elsewhere: elsewhere
      ? { text: inLanguage(elsewhere.text, lang), url: elsewhere.url ?? null }
      : null,
    centres: rules.centres.map((centre) => centreCard(centre, rules, speech)),
    emergency: emergency
      ? { number: emergency.number, href: `tel:${emergency.number.replace(/[^\d+]/g, '')}` }
      : null,
  }
}

function kindCard(kind: KindRule, rules: BookRules, { lang, t, day }: Speech): KindCard {
  const term = effectiveTerm(rules, 'answer', kind.code, day)
  const how = kind.answeredBy === 'forwarded' ? 'forwarded' : 'answered'
  return {
    label: inLanguage(kind.label, lang),
    example: inLanguage(kind.example, lang),
    answered: term ? t(`administrations.kinds.${how}`, { term: sayTerm(term, t) }) : null,
  }
}

function centreCard(centre: Centre, { services }: BookRules, { lang, t }: Speech): CentreCard {
  return {
    name: centre.name,
    address: centre.address,
    hours: sayHours(centre.hours, lang, t),
    services: services
      .filter(({ serviceId }) => centre.serviceIds.includes(serviceId))
      .map((service) => serviceLine(service, t)),
  }
}

function serviceLine({ name, cost, term, requirements }: Service, t: T): ServiceLine {
  const facts = [
    cost && t('administrations.services.cost', { cost }),
    term && t('administrations.services.term', { term }),
    requirements && t('administrations.services.requirements', { list: listed(requirements) }),
  ]
  return { name, facts: facts.filter((fact): fact is string => Boolean(fact)) }
}

/** What was written one thing a line, in one line. */
function listed(requirements: string): string {
  return requirements
    .split('\n')
    .map((line) => line.trim().replace(/[.;,]$/, ''))
    .filter(Boolean)
    .join('; ')
}
