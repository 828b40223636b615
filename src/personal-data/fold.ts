/** Without case and accents, ñ aside: as words are compared. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ñ', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'ñ')
}
