import { Readable } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import { modelFile } from '../../../src/improvements/evaluation/model.ts'
import type { ShownElement } from '../../../src/improvements/evaluation/shown.ts'
import { planPack } from '../../../src/improvements/evidence-pack/plan-pack.ts'
import { safeName } from '../../../src/improvements/evidence-pack/safe-name.ts'
import type { Paper, Proof } from '../../../src/improvements/proof.ts'

const said = (text: string) => ({ es: text, en: text })
const LONG = 'seguridad-orden-limpieza-y-estandarizacion-de-todas'

const MODEL = modelFile.parse({
  code: 'test',
  version: 1,
  name: said('Modelo'),
  source: 'Inventado',
  validFrom: '2026-01-01',
  criteria: [
    {
      id: LONG,
      name: said('Uno'),
      about: said('Uno'),
      evidences: ['a', 'b'].map((id) => ({
        id: `${id}-${LONG}`,
        name: said(id),
        nature: 'documentary',
        reach: 'centre',
        elements: [{ id: `${id.toUpperCase()}-1`, text: said(id), provedBy: ['gaps.analysis'] }],
      })),
    },
  ],
})

const paper = (fileName: string): Paper => ({
  fileName,
  title: fileName,
  on: null,
  review: 'none',
  open: () => Promise.resolve(Readable.from([])),
})

const proof = (href: string, ...papers: Paper[]): Proof => ({
  key: 'gaps.analysis',
  title: 'Análisis',
  on: null,
  href,
  state: 'proved',
  lacks: [],
  papers,
})

const shownWith = (proofs: readonly Proof[]) =>
  new Map(
    MODEL.criteria[0]!.evidences.flatMap(({ elements }) =>
      elements.map((element): [string, ShownElement] => [
        element.id,
        { element, standing: 'proved', proofs, added: [], tasks: [] },
      ]),
    ),
  )

const plan = (proofs: readonly Proof[], others: readonly Proof[] = []) =>
  planPack(MODEL, shownWith(proofs), {
    lang: 'es',
    paperOf: () => paper('x'),
    others,
    othersName: 'Otros',
    mask: (text) => text.replaceAll('Zaragoya', '[nombre]'),
  })

describe('What stands where in an evidence pack', () => {
  it('stores a paper once, where it is needed first, and lets the others point at it', () => {
    const { files, criteria } = plan([proof('/a', paper('Análisis.pdf'))])
    expect(files.map(({ path }) => path)).toEqual([
      '01-seguridad-orden-limpieza/01-a-seguridad-orden-limpieza-y/analisis.pdf',
    ])
    const [first, second] = criteria[0]!.evidences
    expect(second!.elements[0]!.files).toEqual(first!.elements[0]!.files)
  })

  it('lays a paper once into a folder, though it proves two things there', () => {
    const report = paper('informe-3.pdf')
    const progress = proof('/proyecto', report)
    const { files, criteria } = plan([progress, { ...progress, key: 'effect.before_after' }])
    expect(files).toHaveLength(1)
    expect(criteria[0]!.evidences[0]!.elements[0]!.files).toHaveLength(1)
  })

  it('shows what the model does not ask for in a folder of its own', () => {
    const { others, files } = plan([], [proof('/visita', paper('visita.pdf')), proof('/nada')])
    expect(others?.folder).toBe('02-otros')
    expect(others?.elements).toHaveLength(1)
    expect(files.map(({ path }) => path)).toEqual(['02-otros/visita.pdf'])
    expect(plan([]).others).toBeNull()
  })

  it('lays photos before and after beside each other, each stored once', () => {
    const [before, after] = [paper('foto-1.jpg'), paper('foto-2.jpg')]
    const pair = { spot: 'Sala de Zaragoya', before, after, doubts: [] }
    const { files, criteria } = plan([{ ...proof('/a', before), pairs: [pair] }])
    expect(files).toHaveLength(2)
    const [shown] = criteria[0]!.evidences[0]!.elements[0]!.pairs
    expect([shown?.spot, shown?.before]).toEqual(['Sala de [nombre]', files[0]])
  })

  it('hides in titles, and in what is lacking, whoever is named there', () => {
    const named = { ...paper('a.pdf'), title: 'Queja de Zaragoya' }
    const { files, criteria } = plan([
      { ...proof('/a', named), title: 'Zaragoya', lacks: ['Falta Zaragoya'] },
    ])
    expect(files[0]?.title).toBe('Queja de [nombre]')
    expect(criteria[0]!.evidences[0]!.elements[0]!.said).toEqual([
      { title: '[nombre]', lacks: ['Falta [nombre]'] },
    ])
  })

  it('keeps two papers of one name apart', () => {
    const { files } = plan([proof('/a', paper('acta.pdf')), proof('/b', paper('acta.pdf'))])
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['2-acta.pdf', 'acta.pdf'])
  })

  it('names files so that any system takes them, however they were called', () => {
    expect(safeName('Fotografía Nº 3: "sala" de <espera>.JPG', 56)).toBe(
      'fotografia-n-3-sala-de-espera.jpg',
    )
    expect(safeName('../../etc/passwd', 56)).toBe('etc-passwd')
    expect(safeName('文書.pdf', 56)).toBe('archivo.pdf')
    const long = safeName(`${'muy-largo-'.repeat(30)}.pdf`, 56)
    expect([long.length <= 56, long.endsWith('.pdf')]).toEqual([true, true])
  })
})
