import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeLinks, type Package } from './binaries.ts'

/** A copy that the database's account can run, made once for each version. */
export function copyBinaries(found: Package, folder: string): string {
  const target = join(folder, `binaries-${found.version}`)
  const native = join(target, 'native')
  if (existsSync(native)) return native
  const draft = `${target}.${process.pid}`
  cpSync(found.native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(draft, 'native'))
  rmSync(target, { recursive: true, force: true })
  renameSync(draft, target)
  return native
}
