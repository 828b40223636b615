import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { localDate } from '../../platform/dates.ts'
import { inLanguage, openKinds } from '../../regimes/index.ts'
import type { DocumentKind, ProgrammeDocument } from '../document.ts'
import { REQUIREMENTS, stateOf, type Requirement } from '../programme-state.ts'
import type { Collected } from '../read-proof.ts'
import type { Room } from './room.ts'

/** Something that proves a requirement, and where it can be seen. */
interface ShownProof {
  text: string
  href: string | null
}

type Told = Room & {
  names: ReadonlyMap<string, string>
  year: number
  /** Whether somebody could report corruption there now. */
  sealedDoorOpen: boolean
}

export function programmeView(collected: Collected, told: Told) {
  const { t, urls, year } = told
  return {
    title: t('collection.title'),
    year,
    years: [year - 1, year + 1].map((each) => ({
      text: String(each),
      href: `${urls.programme}?anio=${each}`,
    })),
    requirements: REQUIREMENTS.map((id) => ({
      id,
      name: t(`collection.requirement.${id}.name`),
      asks: t(`collection.requirement.${id}.asks`),
      state: stateOf(id, collected.proof),
      proofs: proofsOf(id, collected, told),
      way: { href: wayOf(id, told), text: t(`collection.requirement.${id}.way`) },
    })),
  }
}

function wayOf(id: Requirement, { urls, book }: Told): string {
  const ways: Record<Requirement, string> = {
    'NC-01': urls.paper('mechanism'),
    'NC-02': urls.paper('strategy'),
    'NC-03': urls.paper('procedure'),
    'NC-04': urls.calendar,
    'NC-05': `/personal/${book.administration.slug}/encuestas`,
  }
  return ways[id]
}

function proofsOf(id: Requirement, collected: Collected, told: Told): ShownProof[] {
  switch (id) {
    case 'NC-01':
      return [...doorsOpen(told), ...paperProofs('mechanism', collected, told)]
    case 'NC-02':
      return paperProofs('strategy', collected, told)
    case 'NC-03':
      return paperProofs('procedure', collected, told)
    case 'NC-04':
      return calendarProofs(collected, told)
    case 'NC-05':
      return evidenceProofs(collected, told)
  }
}

/** The doors that are open today, each where anybody can try it. */
function doorsOpen({ book, today, sealedDoorOpen, lang, t }: Told): ShownProof[] {
  const kinds = openKinds(book.regime, book.authorisations, today)
  const names = kinds.map(({ label }) => inLanguage(label, lang)).join(', ')
  const { slug } = book.administration
  return [
    { text: t('collection.proof.kinds', { kinds: names }), href: `/${slug}` },
    ...(sealedDoorOpen
      ? [{ text: t('collection.proof.corruption'), href: `/${slug}/denuncia` }]
      : []),
    { text: t('collection.proof.centres', { count: book.centres.length }), href: null },
  ]
}

function paperProofs(kind: DocumentKind, { proof }: Collected, told: Told): ShownProof[] {
  const document = proof.latest[kind]
  return document ? documentProofs(document, told) : []
}

function documentProofs(document: ProgrammeDocument, told: Told): ShownProof[] {
  const { t, lang, names, urls, book } = told
  const { timeZone } = book.administration
  const name = (accountId: string) => names.get(accountId) ?? ''
  const written = {
    version: document.version,
    day: formatDate(localDate(document.writtenAt, timeZone), lang),
    name: name(document.writtenBy),
  }
  return [
    { text: t('collection.proof.version', written), href: urls.paper(document.kind) },
    ...document.validations.map((one) => ({
      text: t(`collection.validated.${one.as}`, {
        name: name(one.accountId),
        day: formatDate(one.on, lang),
      }),
      href: null,
    })),
  ]
}

function calendarProofs({ proof, activities }: Collected, { t, urls }: Told): ShownProof[] {
  if (proof.planned + proof.done === 0) return []
  const done = activities.filter(({ doneOn }) => doneOn !== null).length
  return [
    {
      text: t('collection.proof.planned', { planned: activities.length, done }),
      href: urls.calendar,
    },
    { text: t('collection.proof.by_itself', { count: proof.done - done }), href: urls.calendar },
  ]
}

function evidenceProofs(
  { cases, campaigns, months, activities }: Collected,
  { t, lang, book }: Told,
): ShownProof[] {
  const at = (path: string) => `/personal/${book.administration.slug}/${path}`
  const kindName = (kind: string) => {
    const rule = book.regime.kinds.find(({ code }) => code === kind)
    return rule ? inLanguage(rule.label, lang) : kind
  }
  const attended = months.reduce((sum, month) => sum + month.attended, 0)
  return [
    ...[...cases].map(([kind, count]) => ({
      text: t('collection.proof.cases', { kind: kindName(kind), count: formatNumber(count, lang) }),
      href: null,
    })),
    ...campaigns
      .filter(({ responses }) => responses > 0)
      .map(({ name, responses, campaignId }) => ({
        text: t('collection.proof.survey', { name, responses: formatNumber(responses, lang) }),
        href: at(`encuestas/${campaignId}`),
      })),
    ...(attended > 0
      ? [
          {
            text: t('collection.proof.attended', { attended: formatNumber(attended, lang) }),
            href: at('encuestas/tasas'),
          },
        ]
      : []),
    ...activities
      .filter(({ evidence }) => evidence !== '')
      .map(({ name, evidence }) => ({ text: `${name}: ${evidence}`, href: null })),
  ]
}
