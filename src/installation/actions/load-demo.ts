import { join } from 'node:path'
import { findDemo, hasAdministrations } from '../../administrations/index.ts'
import { demoSecrets, foundDemo } from '../../corruption-reports/index.ts'
import { isSealedRole } from '../../people/index.ts'
import { checkData, readDataFile } from '../../platform/data-file.ts'
import { CannotStart } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { administrationFile } from '../administration-file.ts'
import { addAdministration } from './add-administration.ts'
import { loadPacks, PACKS } from './load-packs.ts'

const DEMO = join(PACKS, 'demo', 'administration.yaml')

const YEARS_OPEN = 3

type DemoSystem = Pick<System, 'db' | 'jobs' | 'config'>

/**
 * What every start brings in: the rules that ship with the program and, into an empty database that is
 * not in production, the demonstration. Returns the lines that tell about it.
 */
export async function prepareInstallation(system: DemoSystem, now: Date): Promise<string[]> {
  await loadPacks(system, now)
  return loadDemoIfEmpty(system, now)
}

export async function loadDemoIfEmpty(system: DemoSystem, now: Date): Promise<string[]> {
  if (system.config.environment === 'production') {
    await refuseDemo(system)
    return []
  }
  if (!(await hasAdministrations(system.db))) {
    await addAdministration(system, DEMO, yearsBefore(now), { demo: true })
  }
  return (await findDemo(system.db)) === null ? [] : tellOfDemo(system)
}

/** Its book has been open for a while, so that it may hold cases of every age. */
function yearsBefore(now: Date): Date {
  return new Date(now.getTime() - YEARS_OPEN * 365 * 86_400_000)
}

/** At a first start the demonstration's keys are made too: a second's work, so only where somebody may use them. */
export async function prepareDemoKeys(
  system: DemoSystem & Pick<System, 'sealed' | 'secrets'>,
  now: Date,
): Promise<void> {
  const demo = await findDemo(system.db)
  if (demo !== null) await foundDemo(system, demo.slug, now)
}

/** Its passwords are known to everybody. */
async function refuseDemo({ db }: DemoSystem): Promise<void> {
  const demo = await findDemo(db)
  if (demo === null) return
  throw new CannotStart(
    `This database holds the demonstration (${demo.slug}), whose passwords everybody knows. ` +
      'Production needs a database of its own: look at DATABASE_URL or DATA_DIR.',
  )
}

async function tellOfDemo({ config }: DemoSystem): Promise<string[]> {
  const file = checkData(await readDataFile(DEMO), administrationFile)
  const width = Math.max(...file.accounts.map(({ email }) => email.length))
  const members = file.accounts.filter(({ roles }) => roles.some(({ role }) => isSealedRole(role)))
  return [
    `Demostración: ${config.baseUrl}/${file.slug}`,
    `Personal:     ${config.baseUrl}/personal`,
    `Contraseña de todas las cuentas: ${file.accounts[0]?.password ?? ''}`,
    ...file.accounts.map(({ email, roles }) => {
      const held = [...new Set(roles.map(({ role }) => role))].join(', ')
      return `  ${email.padEnd(width)}  ${held}`
    }),
    'Denuncias: clave del segundo paso (o «npm run -s libro -- demo-code CORREO») y seis palabras:',
    ...members.map(({ email }) => {
      const { spelled, words } = demoSecrets(email)
      return `  ${email.padEnd(width)}  ${spelled}  ${words.join(' ')}`
    }),
  ]
}
