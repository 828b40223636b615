/** The names by which places tell their time: America/Lima. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

/** Also an older name that is still understood. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('es', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
