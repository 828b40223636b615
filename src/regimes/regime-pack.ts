import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { BadDataFile, checkData, readDataFile, type DataFile } from '../platform/data-file.ts'
import { inconsistenciesOf } from './regime-checks.ts'
import { regimeFile, type RegimeFile } from './regime.ts'

const including = z.looseObject({ include: z.array(z.string()).default([]) })
const included = z.record(z.string(), z.array(z.unknown()))

/** A regime from its file, with the lists that it includes put before its own, checked as a whole. */
export async function readRegimePack(path: string): Promise<RegimeFile> {
  const file = await readDataFile(path)
  const { include, ...own } = checkData(file, including)
  const lists = await Promise.all(include.map((name) => readList(resolve(dirname(path), name))))
  const whole: DataFile = { ...file, data: lists.reduceRight(withList, own) }
  const regime = checkData(whole, regimeFile)
  const problems = inconsistenciesOf(regime)
  if (problems.length > 0) throw new BadDataFile(file, problems)
  return regime
}

async function readList(path: string): Promise<Record<string, unknown[]>> {
  return checkData(await readDataFile(path), included)
}

function withList(regime: Record<string, unknown>, list: Record<string, unknown[]>) {
  const joined = Object.entries(list).map(([part, rules]) => {
    const own: unknown = regime[part]
    return [part, Array.isArray(own) ? [...rules, ...(own as unknown[])] : rules] as const
  })
  return { ...regime, ...Object.fromEntries(joined) }
}
