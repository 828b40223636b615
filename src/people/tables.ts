import type { Generated } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { Role } from './roles.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    accounts: AccountsTable
    role_grants: RoleGrantsTable
    absences: AbsencesTable
    staff_sessions: StaffSessionsTable
  }
}

interface AccountsTable {
  account_id: string
  email: string
  name: string
  password_hash: string
  language: string
  must_change_password: boolean
  page_keys: Generated<boolean>
  created_at: Date
  disabled_at: Date | null
}

interface RoleGrantsTable {
  grant_id: string
  account_id: string
  role: Role
  administration_id: string | null
  centre_id: string | null
  unit_id: string | null
  valid_from: PlainDate
  valid_until: PlainDate | null
  granted_by: string | null
  granted_at: Date
  revoked_at: Date | null
  revoked_by: string | null
}

interface AbsencesTable {
  absence_id: string
  administration_id: string
  account_id: string
  absent_from: PlainDate
  absent_until: PlainDate
  substitute_account_id: string | null
  recorded_by: string | null
  recorded_at: Date
}

interface StaffSessionsTable {
  session_id: string
  token_hash: Buffer
  account_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  revoked_at: Date | null
  browser: string
  second_factor_at: Date | null
}
