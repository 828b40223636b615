import { isDeepStrictEqual } from 'node:util'
import { checkData, readDataFile } from '../../../platform/data-file.ts'
import type { Db } from '../../../platform/database/connection.ts'
import { CannotStart } from '../../../platform/errors.ts'
import { modelFile, type EvaluationModel } from '../model.ts'
import { getShippedModel, insertShippedModel } from '../model-store.ts'

/** Administrations adopted the version that is there: what changes gets a number of its own. */
export class ChangedModel extends CannotStart {
  constructor({ code, version }: Pick<EvaluationModel, 'code' | 'version'>) {
    super(
      `The evaluation model ${code} was already loaded as version ${version} with another content. ` +
        `Leave that version as it was and write what changes as version ${version + 1}.`,
    )
  }
}

/** Loads one file of packs/evaluation; the same file again changes nothing. */
export async function loadModel(db: Db, path: string, now: Date): Promise<EvaluationModel> {
  const model = checkData(await readDataFile(path), modelFile)
  if (await insertShippedModel(db, model, now)) return model
  const loaded = await getShippedModel(db, model.code, model.version)
  if (!isDeepStrictEqual(loaded, model)) throw new ChangedModel(model)
  return model
}
