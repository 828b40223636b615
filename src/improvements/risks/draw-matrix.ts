import { escapeHtml } from '../../platform/web/index.ts'
import { levelOf, matrixOf, type Risk } from './risk.ts'

export interface MatrixWords {
  title: string
  description: string
  likelihood: string
  impact: string
}

const CELL = 56
const LEFT = 44
const FOOT = 44
const GRADES = [1, 2, 3, 4, 5]
const FILL = { low: '#e3efe8', medium: '#fdf3d0', high: '#f7dedb' } as const

/** How likely against how grave, with how many risks stand in each square. Its table stands beside. */
export function drawMatrix(
  risks: readonly Pick<Risk, 'likelihood' | 'impact'>[],
  words: MatrixWords,
): string {
  const side = CELL * GRADES.length
  const cells = matrixOf(risks).flatMap((row, above) =>
    row.map((count, across) =>
      squareOf({ likelihood: 5 - above, impact: across + 1 }, { above, across, count }),
    ),
  )
  const grades = GRADES.flatMap((grade) => [
    text(LEFT - 12, (5.5 - grade) * CELL + 4, String(grade)),
    text(LEFT + (grade - 0.5) * CELL, side + 18, String(grade)),
  ])
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="risk-matrix" role="img" viewBox="0 0 ${LEFT + side + 2} ${side + FOOT}"` +
    ` aria-labelledby="matriz-t matriz-d" font-size="13" font-family="system-ui,sans-serif">` +
    `<title id="matriz-t">${escapeHtml(words.title)}</title><desc id="matriz-d">${escapeHtml(words.description)}</desc>` +
    [...cells, ...grades].join('') +
    text(LEFT + side / 2, side + 38, words.impact) +
    `<g transform="translate(12 ${side / 2}) rotate(-90)">${text(0, 0, words.likelihood)}</g></svg>`
  )
}

function squareOf(
  risk: Pick<Risk, 'likelihood' | 'impact'>,
  { above, across, count }: { above: number; across: number; count: number },
): string {
  const [x, y] = [LEFT + across * CELL, above * CELL]
  const square = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${FILL[levelOf(risk)]}" stroke="#6b6776"/>`
  if (count === 0) return square
  const middle = { x: x + CELL / 2, y: y + CELL / 2 }
  return (
    square +
    `<circle cx="${middle.x}" cy="${middle.y}" r="16" fill="#4b2e83"/>` +
    `<text x="${middle.x}" y="${middle.y + 5}" text-anchor="middle" fill="#fff" font-size="15">${count}</text>`
  )
}

function text(x: number, y: number, words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" fill="#1f1b2c">${escapeHtml(words)}</text>`
}
