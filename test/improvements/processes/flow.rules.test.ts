import { describe, expect, it } from '@jest/globals'
import { drawFlow } from '../../../src/improvements/processes/draw-flow.ts'
import { findFaults } from '../../../src/improvements/processes/flow-faults.ts'
import { placeLanes } from '../../../src/improvements/processes/place-lanes.ts'
import { kindOf, type Step } from '../../../src/improvements/processes/step.ts'

/** `a>b`: an activity; `a?b:c`: a question with two answers. */
function flow(...told: string[]): Step[] {
  return told.map((each): Step => {
    const [stepId = '', to = ''] = each.split(/[>?]/)
    if (!each.includes('?')) {
      return { stepId, kind: 'activity', text: `Recibir ${stepId}`, ways: [{ label: '', to }] }
    }
    const ways = to.split(':').map((target, index) => ({ label: `r${index}`, to: target }))
    return { stepId, kind: 'decision', text: `¿${stepId}?`, ways }
  })
}

const faults = (steps: Step[], objective = 'Atender') =>
  findFaults({ objective, steps }, 'es').map(({ code, stepId }) =>
    stepId === null ? code : `${code} ${stepId}`,
  )

describe('The flow of a process', () => {
  it('is whole with a start, an end and nothing left over', () => {
    expect(faults(flow('a>b', 'b?c:d', 'c>end', 'd>a'))).toEqual([])
  })

  it('leaves no activity without one that follows', () => {
    expect(faults(flow('a>b', 'b>', 'c>end'))).toEqual(['no_next b', 'unreachable c'])
    expect(faults(flow('a>gone', 'b>end'))).toEqual(['no_next a', 'unreachable b'])
  })

  it('has no dead end: from everywhere the end is reached', () => {
    expect(faults(flow('a?b:d', 'b>c', 'c>b', 'd>end'))).toEqual(['dead_end b', 'dead_end c'])
    expect(faults(flow('a>b', 'b>a'))).toEqual(['no_end', 'dead_end a', 'dead_end b'])
  })

  it('asks of a question two ways, each with its answer', () => {
    expect(faults(flow('a?end:end'))).toContain('few_ways a')
    const [question] = flow('a?end:b')
    const unnamed = { ...question!, ways: question!.ways.map(({ to }) => ({ label: '', to })) }
    expect(faults([unnamed, ...flow('b>end')])).toEqual(['unnamed_way a'])
    expect(['¿Está completo?', 'Is it complete?', 'Recibir'].map(kindOf)).toEqual([
      'decision',
      'decision',
      'activity',
    ])
  })

  it('asks for an objective, for something to do, and for a verb', () => {
    expect(faults([], '')).toEqual(['no_objective', 'no_activities'])
    const steps = [{ ...flow('a>end')[0]!, text: 'Recepción' }]
    expect(findFaults({ objective: 'x', steps }, 'es')).toEqual([
      { code: 'not_infinitive', stepId: 'a', word: 'Recepción' },
    ])
  })
})

describe('The picture of a process', () => {
  it('keeps ways that run past the same step apart', () => {
    const leaps = [
      { from: 0, to: 5, label: '' },
      { from: 1, to: 3, label: '' },
      { from: 4, to: 6, label: '' },
      { from: 5, to: 1, label: '' },
    ]
    expect(placeLanes(leaps)).toEqual([1, 0, 0, 0])
  })

  it('stays within its frame and says every step', () => {
    const steps = flow('a>b', 'b?c:end', 'c?end:a')
    const { width, height, shapes } = drawFlow(steps, { start: 'Inicio', end: 'Fin' })
    const points = shapes.flatMap((shape) => (shape.shape === 'line' ? shape.points : []))
    expect(points.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true)
    const said = shapes.flatMap((shape) => (shape.shape === 'words' ? [shape.text] : []))
    expect(said).toEqual(expect.arrayContaining(['Inicio', 'Recibir a', '¿b?', '¿c?', 'Fin']))
  })
})
