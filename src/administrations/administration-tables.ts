import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { TermRule } from '../regimes/index.ts'
import type { Contact } from './contact.ts'

type Json<T> = ColumnType<T, string, string>

export interface AdministrationsTable {
  administration_id: string
  slug: string
  name: string
  book_code: string
  regime_code: string
  calendar_code: string
  time_zone: string
  languages: string[]
  spoken_languages: string[] | null
  theme: Json<Record<string, string>>
  contact: Json<Contact>
  demo: Generated<boolean>
  opened_at: Date | null
  revision: Generated<number>
}

interface Validity {
  valid_from: PlainDate | null
  valid_until: PlainDate | null
}

export interface UnitsTable extends Validity {
  administration_id: string
  unit_id: string
  slug: string
  name: string
  parent_unit_id: string | null
}

export interface CentresTable extends Validity {
  administration_id: string
  centre_id: string
  slug: string
  name: string
  address: string | null
  calendar_code: string | null
  emergency_email: string | null
  head_approves: Generated<boolean>
}

export interface ServicesTable extends Validity {
  administration_id: string
  service_id: string
  slug: string
  name: string
  unit_id: string
  cost: string | null
  requirements: string | null
  term: string | null
}

export interface OfficialsTable extends Validity {
  administration_id: string
  official_id: string
  name: string
  post: string
  unit_id: string | null
  centre_id: string | null
  account_id: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    administrations: AdministrationsTable
    units: UnitsTable
    centres: CentresTable
    centre_hours: {
      administration_id: string
      centre_id: string
      weekday: number
      opens: string
      closes: string
    }
    service_windows: {
      administration_id: string
      window_id: string
      centre_id: string
      slug: string
      name: string
    }
    services: ServicesTable
    centre_services: { administration_id: string; centre_id: string; service_id: string }
    officials: OfficialsTable
    authorisations: {
      administration_id: string
      code: string
      reference: string
      granted_on: PlainDate
      recorded_at: Date
      recorded_by: string | null
    }
    own_terms: {
      administration_id: string
      step: string
      kind: string
      days: number
      unit: TermRule['unit']
      valid_from: PlainDate
      valid_until: PlainDate | null
      source: string
    }
  }
}
