import { describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { Invalid } from '../../src/platform/errors.ts'
import { drawMark } from '../../src/installation/organisation/draw-mark.ts'

const svg = (inside: string, before = '') =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">${inside}</svg>`,
  )
const codeOf = (bytes: Buffer) =>
  drawMark(bytes).then(
    () => null,
    (error: unknown) => (error instanceof Invalid ? error.problems[0]?.code : error),
  )

describe('A mark', () => {
  it('becomes a small square picture, whatever it was drawn with', async () => {
    const wide = svg('<rect width="80" height="40" fill="#4b2e83"/><script>alert(1)</script>')
    const photograph = sharp({
      create: { width: 900, height: 600, channels: 3, background: '#4b2e83' },
    })
    for (const bytes of [wide, await photograph.clone().jpeg().toBuffer()]) {
      const drawn = await drawMark(bytes)
      const { format, width, height } = await sharp(drawn).metadata()
      expect([format, width, height]).toEqual(['png', 256, 256])
      expect(drawn.toString('latin1')).not.toContain('alert')
    }
  })

  it('is refused when it is large, no picture, or grows as it is read', async () => {
    expect(await codeOf(Buffer.alloc(500_001))).toBe('mark_too_big')
    expect(await codeOf(Buffer.from('%PDF-1.4'))).toBe('not_a_mark')
    expect(await codeOf(Buffer.from('<html><body>hi</body></html>'))).toBe('not_a_mark')
    const bomb = svg('<text>&b;</text>', '<!DOCTYPE svg [<!ENTITY b "bbbb">]>')
    expect(await codeOf(bomb)).toBe('not_a_mark')
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer()
    expect(await codeOf(gif)).toBe('not_a_mark')
  })
})
