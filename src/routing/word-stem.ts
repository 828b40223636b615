/** Lower case and without accents, as people type on whatever keyboard they have. */
export function foldWord(word: string): string {
  if (/^[\x21-\x7e]*$/.test(word)) return word.toLowerCase()
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * What stays the same between singular and plural (bache, baches; luz, luces; threat, threats) and,
 * for participles and trades only, between masculine and feminine. Nouns keep their gender: a "rata"
 * is no "rato" and a "puerta" no "puerto".
 */
export function stemWord(folded: string): string {
  const singular = folded.length > 4 && /[^su]s$/.test(folded) ? folded.slice(0, -1) : folded
  if (singular.length > 3 && singular.endsWith('e')) return singular.slice(0, -1)
  if (singular.endsWith('z')) return `${singular.slice(0, -1)}c`
  if (singular.length > 4 && /(ad|id|os|iv)[oa]$/.test(singular)) return singular.slice(0, -1)
  if (singular.length > 5 && /[td]ora$/.test(singular)) return singular.slice(0, -1)
  return singular
}
