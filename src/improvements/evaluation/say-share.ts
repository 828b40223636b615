/** A share as people say it; a dash where nothing applied. */
export function sayShare(share: number | null, lang: string): string {
  if (share === null) return '–'
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
