import { describe, expect, it } from '@jest/globals'
import { allowFraming, readOrigin } from '../../../src/channels/posters/embedding/framing-origin.ts'
import { buttonSnippet, frameSnippet } from '../../../src/channels/posters/embedding/snippets.ts'

const OURS = 'https://libro.example.gob.mx'

describe('A site that may show the form', () => {
  it.each([
    ['https://www.muni.gob.mx', 'https://www.muni.gob.mx'],
    ['https://www.muni.gob.mx/atencion?a=1#b', 'https://www.muni.gob.mx'],
    ['www.muni.gob.mx/atencion', 'https://www.muni.gob.mx'],
    [' HTTPS://WWW.Muni.gob.mx:8443/ ', 'https://www.muni.gob.mx:8443'],
    ['https://ñandú.gob.pe', 'https://xn--and-6ma2c.gob.pe'],
  ])('is read from %s', (typed, origin) => {
    expect(readOrigin(typed, OURS)).toBe(origin)
  })

  it.each([
    '',
    'http://www.muni.gob.mx',
    'javascript:alert(1)',
    'https://*.gob.mx',
    'https://a.mx;script-src',
    "https://a.mx,'self'",
    'https://user:secret@a.mx',
    'https://localhost',
    'https://a.mx https://b.mx',
    `https://${'a'.repeat(300)}.mx`,
    OURS,
  ])('is not "%s"', (typed) => {
    expect(readOrigin(typed, OURS)).toBeNull()
  })

  it('changes who may frame a page and nothing else of its policy', () => {
    const policy = "default-src 'self';frame-ancestors 'none';form-action 'self'"
    expect(allowFraming(policy, ['https://a.mx', 'https://b.mx'])).toBe(
      "default-src 'self';frame-ancestors https://a.mx https://b.mx;form-action 'self'",
    )
  })
})

describe('What is copied into the office’s page', () => {
  it('is a link without script, whose words cannot break out', () => {
    const look = { address: 'https://x.mx/demo/q/1', text: '"><script>', accent: '#4b2e83' }
    const html = buttonSnippet(look)
    expect(html).toMatch(/^<a href="https:\/\/x\.mx\/demo\/q\/1"/)
    expect(html).not.toContain('<script')
    expect(frameSnippet('https://x.mx/?a=1&b=2', 'a"b')).toContain(
      'src="https://x.mx/?a=1&amp;b=2" title="a&#34;b"',
    )
  })
})
