import type { Sealed } from '../../src/corruption-reports/index.ts'
import type { Finding } from './finding.ts'

const CLOSED: Readonly<Record<(Sealed & { open: false })['reason'], string>> = {
  may_not_make_logins: 'set SEALED_DATABASE_URL, or let the login of DATABASE_URL make others',
  may_not_make_schema:
    'its login may not make the schema "sealed": make it and give it to the login',
  schema_of_another:
    'the schema "sealed" belongs to another login: set SEALED_DATABASE_URL to that one',
  same_login: 'SEALED_DATABASE_URL and DATABASE_URL are the same login: make another one',
  not_reachable: 'its database does not answer or refuses the login: look at SEALED_DATABASE_URL',
  not_migrated: 'its schema is not up to date: npm run libro -- migrate',
  ring_missing: 'its keys are gone: npm run libro -- restore-keys FILE',
}

/** Whether reports of corruption can be taken, and if not, what to do. */
export function checkSealed(sealed: Sealed): Finding {
  if (!sealed.open)
    return { good: false, text: `sealed reports are closed: ${CLOSED[sealed.reason]}` }
  return { good: true, text: `sealed reports are open, ${sealed.ring.size()} keys are made` }
}
