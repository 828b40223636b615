export const LONGEST_COMMENT = 1_000

/** Cut rather than refused: nobody should write twice for a survey. */
export function cleanComment(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]+/gu, ' ')
    .trim()
  return [...clean].slice(0, LONGEST_COMMENT).join('').trim()
}
