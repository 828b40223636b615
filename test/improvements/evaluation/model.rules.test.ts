import { readdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { changeModel } from '../../../src/improvements/evaluation/change-model.ts'
import { elementsOf, modelFile } from '../../../src/improvements/evaluation/model.ts'
import { PROOF_KEYS } from '../../../src/improvements/proof.ts'
import { readDataFile } from '../../../src/platform/data-file.ts'

const FOLDER = 'packs/evaluation'
const PACK = `${FOLDER}/mx-guanajuato-mas.yaml`
const read = async (file = PACK) => modelFile.parse((await readDataFile(file)).data)
const readAll = () => Promise.all(readdirSync(FOLDER).map((name) => read(`${FOLDER}/${name}`)))

const range = (prefix: string, most: number) =>
  Array.from({ length: most }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`)

describe('The evaluation model that ships', () => {
  it('holds every requirement of the seed model by its id', async () => {
    const ids = new Set(elementsOf(await read()).map(({ id }) => id))
    const asked = [
      ...range('NC', 11),
      ...range('AB', 8),
      ...range('PM', 8),
      ...range('EM', 4),
      ...range('PA', 3),
      ...range('AC', 5),
      ...range('MD', 8),
      ...range('BP', 11),
    ]
    expect(asked.filter((id) => !ids.has(id))).toEqual([])
  })

  it('weighs every element alike until somebody enters weights', async () => {
    expect(new Set(elementsOf(await read()).map(({ weight }) => weight))).toEqual(new Set([1]))
  })

  it('uses, with the others that ship, everything that the book can prove', async () => {
    const elements = (await readAll()).flatMap(elementsOf)
    const used = new Set<string>(elements.flatMap(({ provedBy }) => provedBy))
    // no model asks for its own evaluation
    expect(PROOF_KEYS.filter((key) => !used.has(key))).toEqual(['evaluation.signed'])
  })

  it('says which part stands there twice', async () => {
    const model = await read()
    const twice = { ...model, criteria: [...model.criteria, model.criteria[0]] }
    const { error } = modelFile.safeParse(twice)
    expect(error?.issues[0]?.message).toContain('stands there twice')
  })
})

describe('An administration that completes its model', () => {
  it('enters the weights of some elements and leaves the others', async () => {
    const model = changeModel(await read(), { what: 'weights', weights: { 'AB-01': 2.5 } })
    const weights = new Map(elementsOf(model!).map(({ id, weight }) => [id, weight]))
    expect([weights.get('AB-01'), weights.get('AB-02')]).toEqual([2.5, 1])
  })

  it('adds an element to a criterion, or a criterion, under ids of their own', async () => {
    const words = { criterion: 'Idiomas', evidence: 'Intérpretes', element: 'Hay intérpretes.' }
    const first = changeModel(await read(), { what: 'add', criterionId: 'protocolo', ...words })
    const second = changeModel(first!, { what: 'add', criterionId: null, ...words })
    const own = elementsOf(second!).filter(({ id }) => id.startsWith('OT-'))
    expect(own.map(({ id }) => id)).toEqual(['OT-101', 'OT-102'])
    expect(second!.criteria.at(-1)?.name.es).toBe('Idiomas')
    expect(modelFile.safeParse(second).success).toBe(true)
  })

  it('removes a criterion, but never the last one', async () => {
    const model = await read()
    const without = changeModel(model, { what: 'remove', criterionId: 'imagen' })
    expect(without?.criteria.map(({ id }) => id)).not.toContain('imagen')
    const last = { ...model, criteria: model.criteria.slice(0, 1) }
    const [only] = last.criteria
    expect(changeModel(last, { what: 'remove', criterionId: only!.id })).toBeNull()
    expect(changeModel(model, { what: 'remove', criterionId: 'nada' })).toBeNull()
  })
})
