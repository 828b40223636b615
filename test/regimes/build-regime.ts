import { regimeFile, type RegimeFile } from '../../src/regimes/regime.ts'

const text = (words: string) => ({ es: words, en: words })

/** The smallest regime that can be used: complaints, answered in 15 working days. */
export function buildRegime(changes: Partial<RegimeFile> = {}): RegimeFile {
  const smallest = regimeFile.parse({
    code: 'smallest',
    version: 1,
    name: text('The smallest regime'),
    validFrom: '2020-01-01',
    source: 'A test',
    kinds: [
      {
        code: 'complaint',
        label: text('Queja'),
        example: text('Esperé mucho'),
        requires: ['/description'],
        source: 'A test',
      },
    ],
    motives: [],
    documentTypes: [],
    terms: [{ step: 'answer', days: 15, unit: 'business', source: 'A test' }],
    outcomes: [{ code: 'upheld', label: text('Sí'), kinds: ['complaint'], source: 'A test' }],
    approvals: [{ roles: ['claims_manager'], source: 'A test' }],
    texts: [],
    afterUnresolved: 'review',
  })
  return { ...smallest, ...changes }
}
