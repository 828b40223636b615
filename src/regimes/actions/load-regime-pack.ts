import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../platform/database/connection.ts'
import { CannotStart } from '../../platform/errors.ts'
import { readRegimePack } from '../regime-pack.ts'
import { findRegimeVersion, insertRegime } from '../regime-store.ts'
import type { RegimeFile } from '../regime.ts'

/** Cases were decided under the version that is there: what changes gets a number of its own. */
export class ChangedRegime extends CannotStart {
  constructor({ code, version }: Pick<RegimeFile, 'code' | 'version'>) {
    super(
      `The regime ${code} was already loaded as version ${version} with another content. ` +
        `Leave that version as it was and write what changes as version ${version + 1}.`,
    )
  }
}

/** Loads one file of packs/regimes; the same file again changes nothing. */
export async function loadRegimePack(
  db: Db,
  path: string,
  now: Date,
): Promise<{ regime: RegimeFile; isNew: boolean }> {
  const regime = await readRegimePack(path)
  const isNew = await insertRegime(db, regime, now)
  if (isNew) return { regime, isNew }
  const loaded = await findRegimeVersion(db, regime.code, regime.version)
  if (!isDeepStrictEqual(loaded, regime)) throw new ChangedRegime(regime)
  return { regime, isNew }
}
