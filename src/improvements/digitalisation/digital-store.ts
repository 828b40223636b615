import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Assessment, Mean, Sighting } from './digital.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    digital_levels: {
      administration_id: string
      assessment_id: string
      service_id: string
      level: number
      assessed_on: PlainDate
      evidence: string
      noted_at: Date
      noted_by: string
    }
    digital_means: {
      administration_id: string
      sighting_id: string
      centre_id: string
      mean: Mean
      is_there: boolean
      seen_on: PlainDate
      evidence: string
      noted_at: Date
      noted_by: string
    }
  }
}

interface Noted {
  administrationId: string
  at: Date
  by: string
}

/** The newest first. */
export async function listAssessments(
  db: Db,
  administrationId: string,
  until: PlainDate,
): Promise<Assessment[]> {
  return db
    .selectFrom('digital_levels')
    .select([
      'assessment_id as assessmentId',
      'service_id as serviceId',
      'level',
      'assessed_on as assessedOn',
      'evidence',
    ])
    .where('administration_id', '=', administrationId)
    .where('assessed_on', '<=', until)
    .orderBy('assessed_on', 'desc')
    .orderBy('noted_at', 'desc')
    .execute()
}

export async function insertAssessment(tx: Tx, one: Assessment, noted: Noted): Promise<void> {
  await tx
    .insertInto('digital_levels')
    .values({
      administration_id: noted.administrationId,
      assessment_id: one.assessmentId,
      service_id: one.serviceId,
      level: one.level,
      assessed_on: one.assessedOn,
      evidence: one.evidence,
      noted_at: noted.at,
      noted_by: noted.by,
    })
    .execute()
}

/** Of each centre and mean the newest. */
export async function listSightings(db: Db, administrationId: string): Promise<Sighting[]> {
  return db
    .selectFrom('digital_means')
    .distinctOn(['centre_id', 'mean'])
    .select([
      'centre_id as centreId',
      'mean',
      'is_there as isThere',
      'seen_on as seenOn',
      'evidence',
    ])
    .where('administration_id', '=', administrationId)
    .orderBy('centre_id')
    .orderBy('mean')
    .orderBy('seen_on', 'desc')
    .orderBy('noted_at', 'desc')
    .execute()
}

export async function insertSighting(
  tx: Tx,
  sightingId: string,
  one: Sighting,
  noted: Noted,
): Promise<void> {
  await tx
    .insertInto('digital_means')
    .values({
      administration_id: noted.administrationId,
      sighting_id: sightingId,
      centre_id: one.centreId,
      mean: one.mean,
      is_there: one.isThere,
      seen_on: one.seenOn,
      evidence: one.evidence,
      noted_at: noted.at,
      noted_by: noted.by,
    })
    .execute()
}
