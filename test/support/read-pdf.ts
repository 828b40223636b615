import { inflateSync } from 'node:zlib'

/** A document of ours of one page, as a test looks at it. */
export interface SeenPdf {
  /** Everything that is not compressed: structure, names, sizes. */
  bones: string
  /** Width and height in points. */
  size: [number, number]
  pages: number
  /** What can be read, in the order of the structure. */
  text: string
  /** Rectangles as they were drawn, before any transformation. */
  rectangles: { x: number; y: number; width: number; height: number }[]
}

export function readPdf(bytes: Buffer): SeenPdf {
  const bones = bytes.toString('latin1')
  const content = streamsOf(bytes).join('\n')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bones) ?? []
  return {
    bones,
    size: [Number(width), Number(height)],
    pages: bones.match(/\/Type \/Page\b/g)?.length ?? 0,
    text: textOf(content),
    rectangles: [...content.matchAll(/^([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re$/gm)].map(
      ([, ...numbers]) => {
        const [x = 0, y = 0, wide = 0, high = 0] = numbers.map(Number)
        return { x, y, width: wide, height: high }
      },
    ),
  }
}

function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = []
  const bones = bytes.toString('latin1')
  for (const found of bones.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\r?\n/g)) {
    const from = found.index + found[0].length
    const to = bones.indexOf('endstream', from)
    streams.push(inflateSync(bytes.subarray(from, to)).toString('latin1'))
  }
  return streams
}

/** Lines of text are arrays of hexadecimal pieces with their kerning in between. */
function textOf(content: string): string {
  const decoder = new TextDecoder('windows-1252')
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, line = '']) =>
      [...line.matchAll(/<([\da-f]*)>/gi)]
        .map(([, hex = '']) => decoder.decode(Buffer.from(hex, 'hex')))
        .join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
}
