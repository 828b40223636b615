import { isDeepStrictEqual } from 'node:util'
import { checkData, readDataFile } from '../../platform/data-file.ts'
import type { Db } from '../../platform/database/connection.ts'
import { CannotStart } from '../../platform/errors.ts'
import { instrumentFile, type Instrument } from '../instrument.ts'
import { getInstrument, insertInstrument } from '../instrument-store.ts'

/** People answered the version that is there: what changes gets a number of its own. */
export class ChangedInstrument extends CannotStart {
  constructor({ code, version }: Pick<Instrument, 'code' | 'version'>) {
    super(
      `The survey ${code} was already loaded as version ${version} with another content. ` +
        `Leave that version as it was and write what changes as version ${version + 1}.`,
    )
  }
}

/** Loads one file of packs/surveys; the same file again changes nothing. */
export async function loadInstrument(db: Db, path: string, now: Date): Promise<Instrument> {
  const instrument = checkData(await readDataFile(path), instrumentFile)
  if (await insertInstrument(db, instrument, now)) return instrument
  const loaded = await getInstrument(db, instrument.code, instrument.version)
  if (!isDeepStrictEqual(loaded, instrument)) throw new ChangedInstrument(instrument)
  return instrument
}
