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

const plan = (proofs: readonly Proof[]) =>
  planPack(MODEL, shownWith(proofs), { lang: 'es', paperOf: () => paper('x') })

describe('What stands where in an evidence pack', () => {
  it('stores a paper once, where it is needed first, and lets the others point at it', () => {
    const { files, criteria } = plan([proof('/a', paper('Análisis.pdf'))])
    expect(files.map(({ path }) => path)).toEqual([
      '01-seguridad-orden-limpieza/01-a-seguridad-orden-limpieza-y/analisis.pdf',
    ])
    const [first, second] = criteria[0]!.evidences
    expect(second!.elements[0]!.files).toEqual(first!.elements[0]!.files)
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
