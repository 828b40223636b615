import { spokenLanguagesOf } from '../spoken-languages.ts'
import { localDate } from '../../platform/dates.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { inLanguage, openKinds, rulesOn, type Localized } from '../../regimes/index.ts'
import { getBookRules } from '../read-book-rules.ts'
import type { BookRules } from '../book-rules.ts'

/**
 * What another system needs to file: `{ slug, name, regime, kinds: [{ code, label, requires, alternatives? }],
 * centres: [{ slug, name, services }], motives: [{ code, label, parent? }], documentTypes, languages,
 * spokenLanguages: [{ code, label }] }`,
 * labels in the language asked for.
 */
export function getAdministrationApi(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const rules = await getBookRules(system, String(request.params['slug']), now)
    response.json(administrationBody(rules, response.locals.lang, now))
  }
}

function administrationBody(rules: BookRules, language: string, now: Date) {
  const { administration, regime } = rules
  const day = localDate(now, administration.timeZone)
  const say = (text: Localized) => inLanguage(text, language)
  const services = new Map(rules.services.map((service) => [service.serviceId, service]))
  return {
    slug: administration.slug,
    name: administration.name,
    regime: regime.code,
    kinds: openKinds(regime, rules.authorisations, day).map(({ code, label, requires }) => ({
      code,
      label: say(label),
      ...requirementsOf(requires),
    })),
    centres: rules.centres.map(({ slug, name, serviceIds }) => ({
      slug,
      name,
      services: serviceIds
        .flatMap((id) => services.get(id) ?? [])
        .map((service) => ({ slug: service.slug, name: service.name })),
    })),
    motives: rulesOn(regime.motives, day).map(({ code, label, parent }) => ({
      code,
      label: say(label),
      ...(parent && { parent }),
    })),
    documentTypes: rulesOn(regime.documentTypes, day).map(({ code, label, pattern }) => ({
      code,
      label: say(label),
      ...(pattern && { pattern }),
    })),
    languages: administration.languages,
    spokenLanguages: spokenLanguagesOf(rules, day).map(({ code, label }) => ({
      code,
      label: say(label),
    })),
  }
}

/** Pointers that are enough together, and for some of them what does as well. */
function requirementsOf(requires: readonly string[]) {
  const ways = requires.map((requirement) => requirement.split('|'))
  const alternatives = ways.flatMap(([first = '', ...others]) =>
    others.length > 0 ? [[first, others] as const] : [],
  )
  return {
    requires: ways.map(([first]) => first),
    ...(alternatives.length > 0 && { alternatives: Object.fromEntries(alternatives) }),
  }
}
