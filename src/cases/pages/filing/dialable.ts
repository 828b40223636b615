/** A telephone number that never breaks at the end of a line, and the link that calls it. */
export function dialable(number: string): { number: string; href: string } {
  return {
    number: number.replaceAll(' ', '\u00a0'),
    href: `tel:${number.replace(/[^\d+]/g, '')}`,
  }
}
