import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { htmlProblems } from '../support/html-problems.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { fileComplaint, follow } from '../cases/follow/followed-case.ts'
import { answerCase } from '../cases/staff-at-work.ts'
import { buildCampaign } from './campaigns.ts'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

async function beforeRating() {
  const filed = await fileComplaint(demo.test.system)
  await answerCase(demo.test.system, filed.caseNumber)
  const person = await follow(demo.app, filed)
  await person.get(`/seguimiento/${filed.caseNumber}/opinion`)
  return { person, filed }
}

const opinion = { resolved: 'yes', satisfaction: '5', comment: 'Gracias.' }

async function responses() {
  return demo.test.system.db.selectFrom('survey_responses').selectAll().execute()
}

describe('After an answer', () => {
  it('only the usual opinion is asked while no campaign runs', async () => {
    const { person } = await beforeRating()
    expect(person.page.text).not.toContain('La confianza')
    await person.submit(opinion)
    expect(await responses()).toEqual([])
  })

  it('a campaign asks its drivers, and keeps them beside kind and place, never beside the case', async () => {
    await buildCampaign(demo.test.system, { channels: ['link'], name: 'Otra' })
    await buildCampaign(demo.test.system, { channels: ['after_answer'], name: 'Respuestas' })
    const { person, filed } = await beforeRating()
    expect(person.page.text).toContain('La confianza')
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({ ...opinion, trust: '2', result: '4' })
    expect(person.page.status).toBe(200)
    const [response, ...others] = await responses()
    expect(others).toEqual([])
    expect(response).toMatchObject({
      channel: 'after_answer',
      case_kind: 'complaint',
      responded_on: '2026-03-02',
      overall: 5,
      resolved: 'yes',
    })
    const scores = await demo.test.system.db
      .selectFrom('survey_scores')
      .select(['driver', 'score'])
      .orderBy('driver')
      .execute()
    expect(scores).toEqual([
      { driver: 'result', score: 4 },
      { driver: 'trust', score: 2 },
    ])
    const kept = JSON.stringify([response, scores])
    const { case_id: caseId } = await demo.test.system.db
      .selectFrom('cases')
      .select('case_id')
      .where('case_number', '=', filed.caseNumber)
      .executeTakeFirstOrThrow()
    expect(kept).not.toContain(caseId)

    await person.get(`/seguimiento/${filed.caseNumber}/opinion`)
    expect(person.page.text).not.toContain('La confianza')
    await person.submit({ resolved: 'no', satisfaction: '1' })
    expect(await responses()).toHaveLength(1)
  })
})
