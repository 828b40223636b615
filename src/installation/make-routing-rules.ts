import { randomUUID } from 'node:crypto'
import type { RoutingRule } from '../routing/index.ts'
import type { AdministrationFile } from './administration-file.ts'
import { idOf, idOrNull, validityOf, type Ids } from './make-organisation.ts'

/** In the order of the file, which is the order in which they are tried. */
export function makeRoutingRules(file: AdministrationFile, ids: Ids): RoutingRule[] {
  return file.routing.map(({ centres, services, unit, officialNamed, from, until, ...rule }) => ({
    ...rule,
    ruleId: randomUUID(),
    centreIds: centres.map((slug) => idOf(ids.centres, slug)),
    serviceIds: services.map((slug) => idOf(ids.services, slug)),
    unitId: idOrNull(ids.units, unit),
    officialNamed: officialNamed ?? null,
    ...validityOf({ from, until }),
  }))
}
