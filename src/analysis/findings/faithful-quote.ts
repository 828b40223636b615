const CUT = '[…]'

/** As it is kept: one way of marking a cut, one space between words. */
export function tidyQuote(text: string): string {
  return text
    .replaceAll(/\[\s*(?:\.\.\.|…)\s*\]/g, ` ${CUT} `)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * Whether a quote is what was told and nothing else: pieces of it in their order, cut between words, each cut
 * marked. The words of a person are never written anew.
 */
export function isFaithful(told: string, quote: string): boolean {
  const original = tidyQuote(told)
  const pieces = tidyQuote(quote)
    .split(CUT)
    .map((piece) => piece.trim())
  const [first = '', ...others] = pieces
  if (pieces.every((piece) => piece === '')) return false
  const last = others.pop()
  if (last === undefined) return first === original
  if (!original.startsWith(first)) return false
  let position = first.length
  for (const piece of others) {
    const found = findWhole(original, piece, position)
    if (found === -1) return false
    position = found + piece.length
  }
  const end = original.length - last.length
  return (
    original.endsWith(last) &&
    end >= position &&
    isBetweenWords(original, first.length) &&
    isBetweenWords(original, end)
  )
}

function findWhole(text: string, piece: string, from: number): number {
  let found = text.indexOf(piece, from)
  while (found !== -1) {
    if (isBetweenWords(text, found) && isBetweenWords(text, found + piece.length)) return found
    found = text.indexOf(piece, found + 1)
  }
  return -1
}

function isBetweenWords(text: string, index: number): boolean {
  const before = text.slice(0, index)
  const after = text.slice(index)
  return !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after))
}
