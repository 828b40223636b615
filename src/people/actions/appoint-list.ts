import { Invalid, NotAllowed } from '../../platform/errors.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import type { Staff } from '../staff-policy.ts'
import type { StaffLine } from '../staff-list.ts'
import { appointPerson } from './appoint-person.ts'

export interface AppointedLine extends StaffLine {
  outcome: 'made' | 'known' | 'held' | 'not_allowed'
  /** Shown once to whoever appoints. */
  oneTimePassword: string | null
}

/**
 * Gives each person of a list the role, with an account where there is none. Each line stands for itself, so
 * that the same list again gives only what is still missing.
 */
export async function appointList(
  system: Pick<System, 'db' | 'clock'>,
  staff: Staff,
  lines: readonly StaffLine[],
  { language, validFrom }: { language: string; validFrom: PlainDate },
): Promise<AppointedLine[]> {
  const appointed: AppointedLine[] = []
  for (const line of lines) {
    appointed.push({ ...line, ...(await appointLine(system, staff, line, language, validFrom)) })
  }
  return appointed
}

async function appointLine(
  system: Pick<System, 'db' | 'clock'>,
  staff: Staff,
  { name, email, role, scope }: StaffLine,
  language: string,
  validFrom: PlainDate,
): Promise<Pick<AppointedLine, 'outcome' | 'oneTimePassword'>> {
  const appointment = { ...scope, role, validFrom, validUntil: null }
  try {
    const newcomer = { name, email, language }
    const { oneTimePassword } = await appointPerson(system, staff, newcomer, appointment)
    return { outcome: oneTimePassword === null ? 'known' : 'made', oneTimePassword }
  } catch (error) {
    if (error instanceof NotAllowed) return { outcome: 'not_allowed', oneTimePassword: null }
    if (!(error instanceof Invalid)) throw error
    return { outcome: 'held', oneTimePassword: null }
  }
}
