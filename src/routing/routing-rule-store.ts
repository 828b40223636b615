import { sql } from 'kysely'
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
  const rule = await findRule(db, administrationId, ruleId)
  if (!rule) throw new NotFound()
  return rule
}

export async function findRule(
  db: Db,
  administrationId: string,
  ruleId: string,
): Promise<RoutingRule | null> {
  const row = await rules(db, administrationId).where('rule_id', '=', ruleId).executeTakeFirst()
  return row ? toRule(row) : null
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

async function updateRule(tx: Tx, administrationId: string, rule: RoutingRule): Promise<void> {
  await tx
    .updateTable('routing_rules')
    .set(columnsOf(rule))
    .where('administration_id', '=', administrationId)
    .where('rule_id', '=', rule.ruleId)
    .execute()
}

export async function upsertRule(
  tx: Tx,
  administrationId: string,
  rule: RoutingRule,
): Promise<void> {
  const known = await findRule(tx, administrationId, rule.ruleId)
  if (known) await updateRule(tx, administrationId, rule)
  else await insertRules(tx, administrationId, [rule])
}

export async function deleteRule(tx: Tx, administrationId: string, ruleId: string): Promise<void> {
  await tx
    .deleteFrom('routing_rules')
    .where('administration_id', '=', administrationId)
    .where('rule_id', '=', ruleId)
    .execute()
}

/** The first first; those that are not named follow as they were. The database looks when all have moved. */
export async function updatePositions(
  tx: Tx,
  administrationId: string,
  order: readonly string[],
): Promise<void> {
  await sql`
    update routing_rules set position = placed.place
    from (
      select rule_id, row_number() over (
        order by array_position(${[...order]}::uuid[], rule_id) nulls last, position
      ) as place
      from routing_rules where administration_id = ${administrationId}
    ) as placed
    where routing_rules.administration_id = ${administrationId}
      and routing_rules.rule_id = placed.rule_id`.execute(tx)
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
