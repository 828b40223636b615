import { fitted, line, words, WIDTH, type Drawing, type Shape } from '../charts/index.ts'

interface Bone {
  name: string
  causes: readonly { because: string }[]
}

const SPINE = WIDTH / 2
const ROOM = SPINE - 14
const HEAD = 34
const LINE = 18

/** The trouble at the head, the bones in pairs to both sides of the spine; the lists beside it say all of it. */
export function drawFishbone(trouble: string, bones: readonly Bone[]): Drawing {
  const shapes: Shape[] = [
    words([SPINE, 20], fitted(trouble, WIDTH - 16), { anchor: 'middle', bold: true }),
  ]
  let top = HEAD
  for (let index = 0; index < bones.length; index += 2) {
    const pair = bones.slice(index, index + 2)
    const most = Math.max(...pair.map(({ causes }) => causes.length))
    pair.forEach((bone, side) => shapes.push(...drawBone(bone, top, side === 0 ? 'left' : 'right')))
    top += LINE * (most + 1) + 30
  }
  shapes.push(
    line(
      'text',
      [
        [SPINE, HEAD - 6],
        [SPINE, top],
      ],
      3,
    ),
  )
  return { width: WIDTH, height: top + 8, shapes }
}

function drawBone({ name, causes }: Bone, top: number, side: 'left' | 'right'): Shape[] {
  const x = side === 'left' ? 4 : WIDTH - 4
  const anchor = side === 'left' ? 'start' : 'end'
  const end = side === 'left' ? SPINE - ROOM : SPINE + ROOM
  return [
    line(
      'soft',
      [
        [SPINE, top + 4],
        [end, top + 24],
      ],
      2,
    ),
    words([x, top + 20 + LINE], fitted(name, ROOM), { anchor, bold: true }),
    ...causes.map(({ because }, index) =>
      words([x, top + 20 + LINE * (index + 2)], fitted(because, ROOM), { anchor }),
    ),
  ]
}
