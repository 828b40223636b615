import { describe, expect, it } from '@jest/globals'
import type { CaseReader } from '../../src/cases/index.ts'
import { decideCalls } from '../../src/watching/decide-calls.ts'

type Hidden = CaseReader['hidden']
const reader = (accountId: string, name: string, hidden: Hidden = null) => ({
  accountId,
  name,
  hidden,
})

const readers = [
  reader('rosa', 'Rosa Elena Villaseñor'),
  reader('ana', 'Ana Ruiz'),
  reader('ana-maria', 'Ana Ruiz Maldonado'),
  reader('anabel', 'Anabel Soto', 'elsewhere'),
  reader('pedro', 'Pedro Núñez', 'restricted'),
  reader('luis', 'Luis Paz', 'named'),
  reader('other-luis', 'Luis Ochoa', 'elsewhere'),
  reader('eva-1', 'Eva Díaz'),
  reader('eva-2', 'Eva Diaz'),
]

const decide = (note: string, chosen = '') => decideCalls({ note, chosen }, readers, 'rosa')
const called = (note: string, chosen?: string) => decide(note, chosen).accountIds
const codes = (note: string, chosen?: string) =>
  decide(note, chosen).problems.map(({ code }) => code)

describe('A note calls', () => {
  it('whoever it names after an @, whatever the accents and capitals', () => {
    expect(called('Mire esto, @ana ruiz maldonado, por favor.')).toEqual(['ana-maria'])
    expect(called('@ANA RUIZ, ¿lo ve?')).toEqual(['ana'])
    expect(called('(@Eva Díaz)')).toEqual(['eva-1', 'eva-2'])
  })

  it('by the first words of a name, where they mean one person who may see the case', () => {
    expect(called('@Ana Ruiz Mal')).toEqual(['ana'])
    expect(called('@Anabel venga')).toEqual([])
    expect(codes('@Ana venga')).toEqual(['ambiguous'])
    expect(called('@Eva venga')).toEqual(['eva-1', 'eva-2'])
  })

  it('each once, and never whoever writes it', () => {
    expect(called('@Ana Ruiz y otra vez @Ana Ruiz', 'ana')).toEqual(['ana'])
    expect(decide('Yo, @Rosa Elena Villaseñor, lo vi.')).toEqual({ accountIds: [], problems: [] })
  })

  it('whoever is chosen beside it', () => {
    expect(called('Mire esto.', 'ana')).toEqual(['ana'])
    expect(called('Mire esto.', 'nobody')).toEqual([])
  })

  it('nobody by an address, a sign alone or the name of a stranger', () => {
    for (const note of ['ana@correo.example', 'a 3 @ 5 pesos', '@ayuntamiento', '@', 'sin nada']) {
      expect(decide(note)).toEqual({ accountIds: [], problems: [] })
    }
  })

  it('nobody who may not see the case, and says why', () => {
    expect(codes('@Anabel Soto')).toEqual(['hidden_elsewhere'])
    expect(codes('@Pedro Núñez y @Ana Ruiz')).toEqual(['hidden_restricted'])
    expect(codes('@Luis Paz')).toEqual(['hidden_named'])
    expect(codes('Mire esto.', 'pedro')).toEqual(['hidden_restricted'])
    expect(decide('@Luis Paz').problems[0]).toMatchObject({ values: { name: 'Luis Paz' } })
  })
})
