import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import type { Desk, Priority, RoutingRule } from './routing-rule.ts'
import type { Signal } from './signals.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    routing_rules: RoutingRulesTable
  }
}

interface RoutingRulesTable {
  administration_id: string
  rule_id: string
  position: number
  name: string
  kinds: string[]
  centre_ids: string[]
  service_ids: string[]
  motives: string[]
  channels: string[]
  languages: string[]
  words: string[]
  except_words: string[]
  signals: Signal[]
  official_named: boolean | null
  desk: Desk
  unit_id: string | null
  priority: Priority
  restricted: boolean
  assign_at_once: boolean
  valid_from: PlainDate | null
  valid_until: PlainDate | null
}

/** In the order in which they are tried. */
export async function listRules(db: Db, administrationId: string): Promise<RoutingRule[]> {
  const rows = await rules(db, administrationId).orderBy('position').execute()
  return rows.map(toRule)
}

export async function getRule(
  db: Db,
  administrationId: string,
  ruleId: string,
): Promise<RoutingRule> {
  const row = await rules(db, administrationId).where('rule_id', '=', ruleId).executeTakeFirst()
  if (!row) throw new NotFound()
  return toRule(row)
}

/** Also of a rule that was switched off since; null: there is no such rule. */
export async function findRuleName(
  db: Db,
  administrationId: string,
  ruleId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('routing_rules')
    .select('name')
    .where('administration_id', '=', administrationId)
    .where('rule_id', '=', ruleId)
    .executeTakeFirst()
  return row?.name ?? null
}

export async function insertRules(
  tx: Tx,
  administrationId: string,
  added: readonly RoutingRule[],
): Promise<void> {
  if (added.length === 0) return
  const last = await tx
    .selectFrom('routing_rules')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  const first = (last?.position ?? 0) + 1
  const rows = added.map((rule, index) => ({
    administration_id: administrationId,
    rule_id: rule.ruleId,
    position: first + index,
    ...columnsOf(rule),
  }))
  await tx.insertInto('routing_rules').values(rows).execute()
}

export async function updateRule(
  tx: Tx,
  administrationId: string,
  rule: RoutingRule,
): Promise<void> {
  await tx
    .updateTable('routing_rules')
    .set(columnsOf(rule))
    .where('administration_id', '=', administrationId)
    .where('rule_id', '=', rule.ruleId)
    .execute()
}

/** Two rules change places; the database looks at positions when the transaction ends. */
export async function swapPositions(
  tx: Tx,
  administrationId: string,
  [one, other]: readonly [string, string],
): Promise<void> {
  const places = await rules(tx, administrationId).where('rule_id', 'in', [one, other]).execute()
  for (const { rule_id: ruleId } of places) {
    const place = places.find((row) => row.rule_id !== ruleId)
    if (!place) throw new NotFound()
    await tx
      .updateTable('routing_rules')
      .set({ position: place.position })
      .where('administration_id', '=', administrationId)
      .where('rule_id', '=', ruleId)
      .execute()
  }
}

function rules(db: Db, administrationId: string) {
  return db
    .selectFrom('routing_rules')
    .selectAll()
    .where('administration_id', '=', administrationId)
}

function columnsOf(rule: RoutingRule) {
  return {
    name: rule.name,
    kinds: [...rule.kinds],
    centre_ids: [...rule.centreIds],
    service_ids: [...rule.serviceIds],
    motives: [...rule.motives],
    channels: [...rule.channels],
    languages: [...rule.languages],
    words: [...rule.words],
    except_words: [...rule.exceptWords],
    signals: [...rule.signals],
    official_named: rule.officialNamed,
    desk: rule.desk,
    unit_id: rule.unitId,
    priority: rule.priority,
    restricted: rule.restricted,
    assign_at_once: rule.assignAtOnce,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
  }
}

function toRule(row: RoutingRulesTable): RoutingRule {
  return {
    ruleId: row.rule_id,
    name: row.name,
    kinds: row.kinds,
    centreIds: row.centre_ids,
    serviceIds: row.service_ids,
    motives: row.motives,
    channels: row.channels,
    languages: row.languages,
    words: row.words,
    exceptWords: row.except_words,
    signals: row.signals,
    officialNamed: row.official_named,
    desk: row.desk,
    unitId: row.unit_id,
    priority: row.priority,
    restricted: row.restricted,
    assignAtOnce: row.assign_at_once,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }
}
