import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSampleSite } from './sample-site.ts'

let site: Awaited<ReturnType<typeof openSampleSite>>
beforeAll(async () => {
  site = await openSampleSite()
}, 60_000)
afterAll(() => site.close())

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function openForm() {
  const response = await site.fetch('/form')
  return { token: await response.text(), cookie: cookiesOf(response) }
}

describe('A page', () => {
  it('stands in its layout, in Spanish, and gives no cookie to who only reads', async () => {
    const response = await site.fetch('/')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('<html lang="es"')
    expect(html).toContain('<title>Cuéntele a su oficina pública qué pasó – Libro Abierto</title>')
    expect(html).toContain('lang="en"')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('is shown in the language that the person chose, at the same address', async () => {
    const chosen = await site.fetch('/?a=1&lang=en')
    expect(chosen.status).toBe(303)
    expect(chosen.headers.get('location')).toBe('/?a=1')
    const html = await (await site.fetch('/', { headers: { cookie: cookiesOf(chosen) } })).text()
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('Write now')
  })

  it('never leads to another site by its language links', async () => {
    const response = await site.fetch('//elsewhere.example/?lang=en')
    expect(response.headers.get('location')).toBe('/elsewhere.example/')
  })

  it('links styles and scripts that browsers may keep for a year', async () => {
    const html = await (await site.fetch('/')).text()
    for (const [, path] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const file = await site.fetch(path ?? '')
      expect(file.status).toBe(200)
      expect(file.headers.get('cache-control')).toContain('immutable')
    }
  })
})

describe('A form', () => {
  const form = (token: string) => new URLSearchParams({ _token: token, text: 'hola' })

  it('is taken with the token that its page gave', async () => {
    const { token, cookie } = await openForm()
    const response = await site.fetch('/form', {
      method: 'POST',
      body: form(token),
      headers: { cookie },
    })
    expect([response.status, await response.text()]).toEqual([200, 'taken hola'])
  })

  it('is refused without its token, with words and a way back', async () => {
    const { cookie } = await openForm()
    const response = await site.fetch('/form', {
      method: 'POST',
      body: form(''),
      headers: { cookie },
    })
    expect(response.status).toBe(403)
    const html = await response.text()
    expect(html).toContain('No pudimos recibir el formulario')
    expect(html).toContain('href="/form"')
  })

  it('is refused with the token of another person', async () => {
    const [mine, theirs] = [await openForm(), await openForm()]
    const stolen = theirs.cookie.split('; ').find((cookie) => cookie.startsWith('form='))
    const sid = mine.cookie.split('; ').find((cookie) => cookie.startsWith('sid='))
    const response = await site.fetch('/form', {
      method: 'POST',
      body: form(theirs.token),
      headers: { cookie: `${sid}; ${stolen}` },
    })
    expect(response.status).toBe(403)
  })

  it('is taken from a page with two forms, opened right after the session changed', async () => {
    const { cookie } = await openForm()
    const old = cookie.split('; ').find((each) => each.startsWith('form='))
    const session = `sid=${'a'.repeat(32)}`
    const page = await site.fetch('/two-forms', { headers: { cookie: `${session}; ${old}` } })
    const [first = ''] = (await page.text()).split(' ')
    // of two with one name a browser keeps the last
    const kept = cookiesOf(page).split('; ').at(-1)
    const response = await site.fetch('/form', {
      method: 'POST',
      body: form(first),
      headers: { cookie: `${session}; ${kept}` },
    })
    expect(response.status).toBe(200)
  })

  it('carries its token beside a file too', async () => {
    const { token, cookie } = await openForm()
    const send = (value: string) => {
      const body = new FormData()
      body.set('_token', value)
      body.set('file', new Blob(['x']), 'x.txt')
      return site.fetch('/upload', { method: 'POST', body, headers: { cookie } })
    }
    expect((await send(token)).status).toBe(200)
    expect((await send('forged')).status).toBe(403)
  })
})

describe('An error', () => {
  const page = async (path: string, init?: RequestInit) => {
    const response = await site.fetch(path, init)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }

  it('is a page in the language of the person', async () => {
    expect(await page('/nothing')).toMatchObject({
      status: 404,
      html: expect.stringContaining('No encontramos'),
    })
    const english = await page('/nothing', { headers: { cookie: 'lang=en' } })
    expect(english.html).toContain('We cannot find this page')
    expect((await page('/changed')).status).toBe(409)
  })

  it('says when to come back', async () => {
    const busy = await page('/busy')
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '30'])
  })

  it('that nobody expected shows a number that stands in the log, and no detail', async () => {
    const { status, html } = await page('/broken')
    const shown = /class="code">(\w+)</.exec(html)?.[1]
    expect(status).toBe(500)
    expect(html).not.toContain('secret detail')
    expect(site.logged.at(-1)).toMatchObject({ errorId: shown, err: { message: 'secret detail' } })
  })

  it('is a problem document for machines, with a message for each field', async () => {
    const response = await site.fetch('/api/v1/things', {
      method: 'POST',
      headers: { 'accept-language': 'en' },
    })
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ field: '/kind', code: 'required', message: 'This is missing' }],
    })
  })

  it.each([
    ['JSON that breaks off', '/api/v1/things', 'application/json', '{"a":', 400],
    ['a huge body', '/api/v1/things', 'application/json', JSON.stringify('x'.repeat(20_000)), 413],
    ['an unknown charset', '/api/v1/things', 'application/json; charset=klingon', '{}', 415],
    ['an unknown compression', '/form', 'application/x-www-form-urlencoded', 'a=1', 415, 'zip'],
    ['too many fields', '/form', 'application/x-www-form-urlencoded', 'a=1&'.repeat(2000), 413],
    ['multipart without boundary', '/upload', 'multipart/form-data', 'x', 400],
    [
      'multipart that breaks off',
      '/upload',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-',
      400,
    ],
  ])('of %s is the sender’s, not ours', async (_, path, type, body, status, encoding = '') => {
    const response = await page(path, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) },
    })
    expect(response.status).toBe(status)
  })

  it.each(['/%E0%A4%A', '/%00', '/?a=%00', '/a%2500%00b', '/?lang[]=en', '/?lang=%F0'])(
    'in the address %s is answered below 500',
    async (path) => {
      expect((await page(path)).status).toBeLessThan(500)
    },
  )
})

describe('The colour of an administration', () => {
  it('is a stylesheet of its own that may be kept', async () => {
    const response = await site.fetch('/assets/theme-9d2449.css')
    expect(response.headers.get('content-type')).toContain('text/css')
    expect(await response.text()).toContain('--accent:#9d2449')
  })

  it('is refused when text in it could not be read', async () => {
    expect((await site.fetch('/assets/theme-b38e5d.css')).status).toBe(404)
  })
})
