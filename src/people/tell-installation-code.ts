import type { System } from '../system.ts'
import { findInstallationCode } from './actions/install-first-admin.ts'
import { installUrl } from './urls.ts'

/** What the console says at each start until somebody administers the system. */
export async function tellInstallationCode(
  system: Pick<System, 'config' | 'db' | 'secrets'>,
): Promise<string[]> {
  const code = await findInstallationCode(system)
  if (code === null) return []
  return [
    'Nobody administers this installation yet. Create the first account here:',
    `  ${system.config.officersBaseUrl}${installUrl}`,
    `  installation code: ${code}`,
  ]
}
