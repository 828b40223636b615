import type { Visitors } from './visitors.ts'

/** A request about data, filed at the counter and followed by its person with its own secret. */
export async function buildSampleRequest({
  ventanilla,
  follower,
}: Visitors): Promise<{ requestNumber: string }> {
  await ventanilla.get('/personal/demo/solicitudes/nueva')
  await ventanilla.submit({ right: 'erasure', personName: 'Julia Paz', documentSeen: 'yes' })
  const { text } = ventanilla.page
  const [requestNumber = ''] = /DEMO-DP-\d{4}-\d{4}/.exec(text) ?? []
  const [secret = ''] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text) ?? []
  await follower.get('/seguimiento/datos')
  await follower.submit({ number: requestNumber, secret })
  return { requestNumber }
}
