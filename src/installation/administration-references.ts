import { findTerm, type RegimeFile } from '../regimes/index.ts'
import { keepsWithin } from '../administrations/index.ts'
import { isWellPlaced } from '../people/index.ts'
import type { DataProblem } from '../platform/data-file.ts'
import type { AdministrationFile } from './administration-file.ts'

/** What a schema cannot see: whether each name that the file uses is somewhere in it or in the regime. */
export function problemsWithin(file: AdministrationFile, regime: RegimeFile): DataProblem[] {
  return [
    ...repeatedNames(file),
    ...unitProblems(file),
    ...serviceProblems(file),
    ...centreProblems(file),
    ...officialProblems(file),
    ...roleProblems(file),
    ...routingProblems(file, regime),
    ...termProblems(file, regime),
    ...file.standards.flatMap(({ service }, index) =>
      strangers(['standards', index, 'service'], service, slugsOf(file.services), 'service'),
    ),
    ...file.strata.flatMap(({ centre }, index) =>
      strangers(['strata', index, 'centre'], centre, slugsOf(file.centres), 'centre'),
    ),
    ...authorisationProblems(file, regime),
  ]
}

/** Whoever leaves in a hurry must not land on the book that they leave. */
export function exitProblems(
  { contact }: Pick<AdministrationFile, 'contact'>,
  ownAddresses: readonly string[],
): DataProblem[] {
  if (contact.quickExit === undefined) return []
  const host = (address: string) => new URL(address).hostname
  return ownAddresses.map(host).includes(host(contact.quickExit))
    ? [{ path: ['contact', 'quickExit'], message: 'leads back to this book' }]
    : []
}

type Path = DataProblem['path']

/** Problems of the values that are not in a list, each under its own path. */
function strangers(
  path: Path,
  values: string | readonly string[] | undefined,
  known: ReadonlySet<string>,
  what: string,
): DataProblem[] {
  if (values === undefined) return []
  if (typeof values === 'string') {
    return known.has(values) ? [] : [{ path, message: `there is no ${what} ${values}` }]
  }
  return values.flatMap((value, index) => strangers([...path, index], value, known, what))
}

function slugsOf(entries: readonly { slug: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ slug }) => slug))
}

function codesOf(rules: readonly { code: string }[]): ReadonlySet<string> {
  return new Set(rules.map(({ code }) => code))
}

function repeatedNames(file: AdministrationFile): DataProblem[] {
  const lists = [
    ...(['units', 'services', 'centres'] as const).map(
      (part) => [part, 'slug', file[part].map(({ slug }) => slug)] as const,
    ),
    ['accounts', 'email', file.accounts.map(({ email }) => email)] as const,
  ]
  return lists.flatMap(([part, field, names]) =>
    names.flatMap((name, index) =>
      names.indexOf(name) < index
        ? [{ path: [part, index, field], message: `${name} is there twice` }]
        : [],
    ),
  )
}

function unitProblems({ units }: AdministrationFile): DataProblem[] {
  const known = slugsOf(units)
  return units.flatMap(({ slug, parent }, index) => {
    const path = ['units', index, 'parent']
    const missing = strangers(path, parent, known, 'unit')
    if (missing.length > 0) return missing
    return isUnderItself(slug, units) ? [{ path, message: `${slug} is above itself` }] : []
  })
}

function isUnderItself(slug: string, units: AdministrationFile['units']): boolean {
  const parents = new Map(units.map((unit) => [unit.slug, unit.parent]))
  const seen = new Set<string>()
  for (let above = parents.get(slug); above !== undefined; above = parents.get(above)) {
    if (above === slug) return true
    if (seen.has(above)) return false
    seen.add(above)
  }
  return false
}

function serviceProblems({ services, units }: AdministrationFile): DataProblem[] {
  return services.flatMap(({ unit }, index) =>
    strangers(['services', index, 'unit'], unit, slugsOf(units), 'unit'),
  )
}

function centreProblems({ centres, services }: AdministrationFile): DataProblem[] {
  return centres.flatMap((centre, index) =>
    centre.services === 'all'
      ? []
      : strangers(['centres', index, 'services'], centre.services, slugsOf(services), 'service'),
  )
}

function officialProblems(file: AdministrationFile): DataProblem[] {
  const emails = new Set(file.accounts.map(({ email }) => email))
  return file.officials.flatMap(({ unit, centre, account }, index) => [
    ...strangers(['officials', index, 'unit'], unit, slugsOf(file.units), 'unit'),
    ...strangers(['officials', index, 'centre'], centre, slugsOf(file.centres), 'centre'),
    ...strangers(['officials', index, 'account'], account?.toLowerCase(), emails, 'account'),
  ])
}

function roleProblems(file: AdministrationFile): DataProblem[] {
  return file.accounts.flatMap((account, index) =>
    account.roles.flatMap(({ role, centre, unit }, at) => {
      const path = ['accounts', index, 'roles', at]
      const grant = {
        role,
        administrationId: role === 'system_admin' ? null : file.slug,
        centreId: centre ?? null,
        unitId: unit ?? null,
      }
      return [
        ...strangers([...path, 'centre'], centre, slugsOf(file.centres), 'centre'),
        ...strangers([...path, 'unit'], unit, slugsOf(file.units), 'unit'),
        ...(isWellPlaced(grant) ? [] : [{ path, message: `${role} is not held in such a place` }]),
      ]
    }),
  )
}

function routingProblems(file: AdministrationFile, regime: RegimeFile): DataProblem[] {
  return file.routing.flatMap((rule, index) => {
    const at = (field: string) => ['routing', index, field]
    return [
      ...strangers(at('kinds'), rule.kinds, codesOf(regime.kinds), 'kind'),
      ...strangers(at('centres'), rule.centres, slugsOf(file.centres), 'centre'),
      ...strangers(at('services'), rule.services, slugsOf(file.services), 'service'),
      ...strangers(at('motives'), rule.motives, codesOf(regime.motives), 'motive'),
      ...strangers(at('unit'), rule.unit, slugsOf(file.units), 'unit'),
    ]
  })
}

function termProblems(file: AdministrationFile, regime: RegimeFile): DataProblem[] {
  return file.terms.flatMap((own, index) => {
    const path = ['terms', index]
    const unknown = strangers([...path, 'kind'], own.kind, codesOf(regime.kinds), 'kind')
    if (unknown.length > 0) return unknown
    const kinds = own.kind === undefined ? regime.kinds.map(({ code }) => code) : [own.kind]
    const rules = kinds.flatMap((kind) => findTerm(regime, own.step, kind, own.from) ?? [])
    if (rules.length === 0) {
      return [{ path: [...path, 'step'], message: `the regime has no term for ${own.step}` }]
    }
    const broken = rules.find((rule) => !keepsWithin(own, rule))
    if (!broken) return []
    const limit = `${broken.days} ${broken.unit} (${broken.source})`
    return [{ path: [...path, 'days'], message: `passes the limit of the regime: ${limit}` }]
  })
}

function authorisationProblems(file: AdministrationFile, regime: RegimeFile): DataProblem[] {
  const known = new Set(
    regime.kinds.flatMap(({ needsAuthorisation }) => needsAuthorisation?.code ?? []),
  )
  return file.authorisations.flatMap(({ code }, index) =>
    strangers(['authorisations', index, 'code'], code, known, 'authorisation'),
  )
}
