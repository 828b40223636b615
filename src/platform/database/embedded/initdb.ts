import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Home } from './home.ts'

export const USER = 'libro'

/** Makes the database's folder at first start; a start that was cut short leaves nothing half made. */
export async function ensureCluster(home: Home): Promise<string> {
  const data = join(home.folder, 'data')
  const versionFile = join(data, 'PG_VERSION')
  if (!existsSync(versionFile)) await initdb(home, data)
  const made = readFileSync(versionFile, 'utf8').trim()
  const major = home.version.split('.')[0]
  if (made !== major) {
    throw new Error(
      `The database in ${data} was made by PostgreSQL ${made}, and this version brings ${major}. ` +
        'Restore a backup into a new DATA_DIR.',
    )
  }
  return data
}

async function initdb(home: Home, data: string): Promise<void> {
  const draft = mkdtempSync(join(home.folder, 'making-'))
  const password = randomBytes(24).toString('base64url')
  const pwfile = join(draft, 'password')
  writeFileSync(pwfile, password, { mode: 0o600 })
  if (home.account) for (const path of [draft, pwfile]) chown(path, home)
  // the builtin C.UTF-8 folds every letter's case and sorts the same on every machine
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
  const made = join(draft, 'data')
  await runAs(home, 'initdb', [
    `--pgdata=${made}`,
    `--username=${USER}`,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    ...settings,
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ])
  writeFileSync(home.passwordFile, password, { mode: 0o600 })
  renameSync(made, data)
  rmSync(draft, { recursive: true })
}

function chown(path: string, { account }: Home): void {
  if (account) chownSync(path, account.uid, account.gid)
}

async function runAs(home: Home, program: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(join(home.native, 'bin', program), args, {
      cwd: home.folder,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      ...home.account,
    })
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim() ?? ''
    throw new Error(
      `The embedded PostgreSQL could not be prepared (${program}): ${told}. ` +
        'Where it cannot run, set DATABASE_URL.',
      { cause: error },
    )
  }
}
