/**
 * Officers' browsers remember whom they trusted: a directory that was founded anew is a reason to look
 * at the poster before going on.
 */
export function isFingerprintNew(administration: string, fingerprint: string): boolean {
  const place = `libro-abierto/huella/${administration}`
  const seen = localStorage.getItem(place)
  if (seen === null) localStorage.setItem(place, fingerprint)
  return seen !== null && seen !== fingerprint
}
