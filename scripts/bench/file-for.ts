import { Agent } from 'node:http'
import { sampleFiling } from './filing-sample.ts'
import { postJson } from './post-json.ts'

/** How many were acknowledged; each caller sends the next filing as soon as the one before was. */
export async function fileFor(url: string, callers: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const end = performance.now() + seconds * 1000
  const cases = `${url}/api/v1/administrations/demo/cases`
  let filed = 0
  const caller = async () => {
    while (performance.now() < end) {
      const status = await postJson(cases, agent, JSON.stringify(sampleFiling(filed)))
      if (status !== 201) throw new Error(`a filing was answered with ${status}`)
      filed += 1
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  agent.destroy()
  return filed
}
